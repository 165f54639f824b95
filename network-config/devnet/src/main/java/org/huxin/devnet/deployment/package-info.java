// SPDX-License-Identifier: Apache-2.0
/**
 * A folder for each city's machine: keys, settings, and how to run and found the network there,
 * with containers or without.
 */
@NullMarked
package org.huxin.devnet.deployment;

import org.jspecify.annotations.NullMarked;
