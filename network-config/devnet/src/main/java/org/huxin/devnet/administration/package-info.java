// SPDX-License-Identifier: Apache-2.0
/**
 * For development and tests: what a city's administrators do on a real network, through Fabric's
 * own interfaces.
 */
@NullMarked
package org.huxin.devnet.administration;

import org.jspecify.annotations.NullMarked;
