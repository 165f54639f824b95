// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.util.List;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * A collection of private data.
 *
 * @param name its name
 * @param members the MSP ids of the organisations that hold it; at least one
 * @param memberOnlyRead whether only their clients may read it
 * @param memberOnlyWrite whether only their clients may write it
 * @param blocksToLive for how many blocks a value is kept; 0 for ever
 */
public record PrivateCollection(
    String name,
    List<String> members,
    boolean memberOnlyRead,
    boolean memberOnlyWrite,
    long blocksToLive) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if name or members are empty, or the blocks are negative
   */
  public PrivateCollection {
    members = List.copyOf(members);
    if (name.isEmpty() || members.isEmpty() || blocksToLive < 0) {
      throw new IllegalArgumentException("a collection has a name and a member");
    }
  }

  /** A collection whose values are kept for ever. */
  public PrivateCollection(
      String name, List<String> members, boolean memberOnlyRead, boolean memberOnlyWrite) {
    this(name, members, memberOnlyRead, memberOnlyWrite, 0);
  }

  CollectionConfig toProto() {
    return CollectionConfig.newBuilder()
        .setStaticCollectionConfig(
            StaticCollectionConfig.newBuilder()
                .setName(name)
                .setMemberOrgsPolicy(
                    CollectionPolicyConfig.newBuilder()
                        .setSignaturePolicy(
                            EndorsementPolicy.signaturePolicy(
                                1, members, MSPRole.MSPRoleType.MEMBER)))
                .setMemberOnlyRead(memberOnlyRead)
                .setMemberOnlyWrite(memberOnlyWrite)
                .setBlockToLive(blocksToLive))
        .build();
  }
}
