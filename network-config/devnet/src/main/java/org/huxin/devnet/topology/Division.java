// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

/**
 * An administrative division of a city.
 *
 * @param code six digits (GB/T 2260), beneath its city's
 * @param name the name of GB/T 2260
 */
public record Division(String code, String name) {}
