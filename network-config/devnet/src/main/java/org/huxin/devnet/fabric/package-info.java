// SPDX-License-Identifier: Apache-2.0
/**
 * For development and tests: a real Fabric network of the cities, from Fabric's own programs on
 * this machine.
 */
@NullMarked
package org.huxin.devnet.fabric;

import org.jspecify.annotations.NullMarked;
