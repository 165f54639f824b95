// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.lifecycle;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * Who holds a collection of private data, and who may read and write it. Every organisation has
 * besides the defined ones its own collection {@code _implicit_org_MSPID}.
 *
 * @param members the MSP ids of the organisations that hold it
 * @param memberOnlyRead whether only their clients may read it
 * @param memberOnlyWrite whether only their clients may write it
 */
public record CollectionRules(
    Set<String> members, boolean memberOnlyRead, boolean memberOnlyWrite) {
  private static final String IMPLICIT = "_implicit_org_";

  /** Copies the set. */
  public CollectionRules {
    members = Set.copyOf(members);
  }

  /** The rules of a collection, or empty if the definition has none of that name. */
  public static Optional<CollectionRules> find(ChaincodeDefinition definition, String collection) {
    if (collection.startsWith(IMPLICIT)) {
      return Optional.of(
          new CollectionRules(Set.of(collection.substring(IMPLICIT.length())), false, false));
    }
    return definition.collections().getConfigList().stream()
        .map(CollectionConfig::getStaticCollectionConfig)
        .filter(config -> config.getName().equals(collection))
        .findFirst()
        .map(CollectionRules::of);
  }

  private static CollectionRules of(StaticCollectionConfig config) {
    Set<String> members = new HashSet<>();
    for (MSPPrincipal principal :
        config.getMemberOrgsPolicy().getSignaturePolicy().getIdentitiesList()) {
      members.add(mspId(principal));
    }
    return new CollectionRules(members, config.getMemberOnlyRead(), config.getMemberOnlyWrite());
  }

  private static String mspId(MSPPrincipal principal) {
    try {
      return switch (principal.getPrincipalClassification()) {
        case ROLE -> MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier();
        case ORGANIZATION_UNIT ->
            OrganizationUnit.parseFrom(principal.getPrincipal()).getMspIdentifier();
        case IDENTITY -> SerializedIdentity.parseFrom(principal.getPrincipal()).getMspid();
        default -> "";
      };
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a definition on the ledger cannot be read", e);
    }
  }
}
