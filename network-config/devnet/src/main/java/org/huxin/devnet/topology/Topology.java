// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.util.List;

/**
 * The member cities and what they share. A value of this type is sound: {@link TopologyReader}
 * makes no other.
 *
 * @param channel the Fabric channel
 * @param chaincode the name of the chaincode on it
 * @param endorsementsRequired how many cities must endorse a write, at most as many as there are
 * @param cities in the order in which orderers are numbered from 1; never empty
 */
public record Topology(
    String channel, String chaincode, int endorsementsRequired, List<City> cities) {

  /** Copies the list. */
  public Topology {
    cities = List.copyOf(cities);
  }

  /**
   * The city of an MSP.
   *
   * @throws IllegalArgumentException if no city has it
   */
  public City cityOfMsp(String mspId) {
    return cities.stream()
        .filter(city -> city.mspId().equals(mspId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no city has this MSP"));
  }
}
