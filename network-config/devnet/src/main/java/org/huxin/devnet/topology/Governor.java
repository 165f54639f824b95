// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

/**
 * The authority that governs a city on the ledger.
 *
 * @param code its unified social credit code, registered in the city
 * @param name its name
 */
public record Governor(String code, String name) {}
