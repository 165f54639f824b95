// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.util.List;

/**
 * A member city.
 *
 * @param code six digits (GB/T 2260), the last two {@code 00}
 * @param name the name of GB/T 2260
 * @param english the name in Latin letters
 * @param mspId its one MSP, in the application and in the orderer group
 * @param domain the DNS name beneath which its certificates' names stand
 * @param governor the authority that governs it on the ledger
 * @param endpoints where its processes listen
 * @param divisions in the order of their codes; never empty
 */
public record City(
    String code,
    String name,
    String english,
    String mspId,
    String domain,
    Governor governor,
    CityEndpoints endpoints,
    List<Division> divisions) {

  /** Copies the list. */
  public City {
    divisions = List.copyOf(divisions);
  }
}
