// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import io.grpc.InsecureChannelCredentials;
import java.util.List;
import java.util.Set;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.EmbeddedNetworkBuilder;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.Transport;

/**
 * All that the suites know of a network. It orders with BFT and runs {@link RecordedChaincode}
 * under two names: {@value #CHAINCODE}, endorsed by a majority of the members, and {@value #OTHER},
 * endorsed by two of the first three.
 *
 * @param channelId the channel's name
 * @param members the four organisations; clients connect to the first
 * @param differences where it answers otherwise than Fabric, at most three
 */
public record NetworkUnderTest(
    String channelId, List<NetworkMember> members, Set<ExpectedDifference> differences) {
  /** The chaincode of most tests. */
  public static final String CHAINCODE = "licence";

  /** The chaincode that the first one calls. */
  public static final String OTHER = "registry";

  /** The organisations of an embedded network under test. */
  public static final List<String> MSP_IDS =
      List.of("OrdosMSP", "HohhotMSP", "BaotouMSP", "UlanqabMSP");

  private static final int SIZE = 4;
  private static final int MOST_DIFFERENCES = 3;

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException unless there are four members and at most three differences
   */
  public NetworkUnderTest {
    members = List.copyOf(members);
    differences = Set.copyOf(differences);
    if (members.size() != SIZE || differences.size() > MOST_DIFFERENCES) {
      throw new IllegalArgumentException("four members and at most three differences");
    }
  }

  /** Describes an embedded network of the shape that the suites expect. */
  public static EmbeddedNetworkBuilder describe(EmbeddedNetworkBuilder network) {
    return network
        .organisations(MSP_IDS.toArray(String[]::new))
        .chaincode(CHAINCODE, RecordedChaincode::new)
        .chaincode(
            ChaincodeDeployment.of(OTHER, RecordedChaincode::new)
                .withPolicy(EndorsementPolicy.outOf(2, MSP_IDS.subList(0, 3))));
  }

  /**
   * An embedded network without TLS.
   *
   * @throws IllegalArgumentException if it has TLS
   */
  public static NetworkUnderTest of(EmbeddedNetwork network) {
    if (network.transport() != Transport.PLAINTEXT) {
      throw new IllegalArgumentException("TLS is another test's matter");
    }
    return new NetworkUnderTest(
        network.channelId(),
        network.organisations().stream()
            .map(
                organisation ->
                    new NetworkMember(
                        organisation.keys(),
                        organisation.endpoint(),
                        InsecureChannelCredentials.create()))
            .toList(),
        Set.of(ExpectedDifference.EVENTS_GO_ON_AFTER_A_TRANSACTION_WITHOUT_EVENT));
  }

  /** The organisation that clients connect to. */
  NetworkMember first() {
    return members.get(0);
  }

  /** The MSP id of a member, counted from 0. */
  String mspId(int member) {
    return members.get(member).mspId();
  }
}
