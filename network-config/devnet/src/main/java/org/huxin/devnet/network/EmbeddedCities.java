// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.util.List;
import java.util.function.Supplier;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.EmbeddedNetworkBuilder;
import org.huxin.embedded.EndorsementPolicy;
import org.hyperledger.fabric.shim.Chaincode;

/** The cities of a topology as an embedded network, on any free ports. Stateless. */
public final class EmbeddedCities {
  private EmbeddedCities() {}

  /**
   * A network of the cities, with the topology's channel, and its chaincode under its policy. More
   * may be said before it is started, such as keys or a folder.
   *
   * @param chaincode makes one instance for each city
   */
  public static EmbeddedNetworkBuilder of(
      Topology topology, Supplier<? extends Chaincode> chaincode) {
    List<String> mspIds = topology.cities().stream().map(City::mspId).toList();
    return EmbeddedNetwork.builder()
        .channel(topology.channel())
        .organisations(mspIds.toArray(String[]::new))
        .chaincode(
            ChaincodeDeployment.of(topology.chaincode(), chaincode)
                .withPolicy(EndorsementPolicy.outOf(topology.endorsementsRequired(), mspIds)));
  }
}
