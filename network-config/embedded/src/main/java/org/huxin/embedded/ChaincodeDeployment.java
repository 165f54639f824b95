// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.util.List;
import java.util.function.Supplier;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.shim.Chaincode;

/**
 * A chaincode to be run by every organisation.
 *
 * @param name its name on the channel
 * @param version its version
 * @param code makes one instance for each organisation, so that none sees another's memory
 * @param policy who must endorse
 * @param collections collections of private data; may be empty
 */
public record ChaincodeDeployment(
    String name,
    String version,
    Supplier<? extends Chaincode> code,
    EndorsementPolicy policy,
    List<PrivateCollection> collections) {

  /** Copies the list. */
  public ChaincodeDeployment {
    collections = List.copyOf(collections);
  }

  /** Version 1.0, endorsed by a majority, without private data. */
  public static ChaincodeDeployment of(String name, Supplier<? extends Chaincode> code) {
    return new ChaincodeDeployment(name, "1.0", code, EndorsementPolicy.majority(), List.of());
  }

  /** The same with another policy. */
  public ChaincodeDeployment withPolicy(EndorsementPolicy other) {
    return new ChaincodeDeployment(name, version, code, other, collections);
  }

  /** The same with another version. */
  public ChaincodeDeployment withVersion(String other) {
    return new ChaincodeDeployment(name, other, code, policy, collections);
  }

  /** The same with these collections. */
  public ChaincodeDeployment withCollections(List<PrivateCollection> others) {
    return new ChaincodeDeployment(name, version, code, policy, others);
  }

  /** The definition that the channel's members agree on, as the one of that sequence. */
  public ChaincodeDefinition definition(long sequence) {
    CollectionConfigPackage.Builder config = CollectionConfigPackage.newBuilder();
    collections.forEach(collection -> config.addConfig(collection.toProto()));
    return new ChaincodeDefinition(name, sequence, version, policy.toProto(), config.build());
  }
}
