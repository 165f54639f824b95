// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.lifecycle;

import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;

/**
 * A chaincode as the channel's members agreed on it.
 *
 * @param name the chaincode's name
 * @param sequence counts the definitions of this name, from 1
 * @param version what the members call this state of the code
 * @param policy which endorsements a transaction needs
 * @param collections collections of private data; may be empty
 */
public record ChaincodeDefinition(
    String name,
    long sequence,
    String version,
    ApplicationPolicy policy,
    CollectionConfigPackage collections) {

  /** The policy of who names none: {@code /Channel/Application/Endorsement}. */
  public static final ApplicationPolicy DEFAULT_POLICY =
      ApplicationPolicy.newBuilder()
          .setChannelConfigPolicyReference("/Channel/Application/Endorsement")
          .build();

  /**
   * A definition.
   *
   * @throws IllegalArgumentException if name or version is empty, or the sequence not positive
   */
  public ChaincodeDefinition {
    if (name.isEmpty() || version.isEmpty() || sequence < 1) {
      throw new IllegalArgumentException("a definition has a name, a version and a sequence");
    }
  }
}
