// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.access.Members;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.identity.MemberIdentity;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * The signatures of the orderers. Under BFT a signature names its consenter by id, and ⌈(n+f+1)/2⌉
 * of the n consenters must have signed; under either consensus the channel's policy BlockValidation
 * must be satisfied. Signatures that are nobody's are passed over, and whoever signed twice counts
 * once.
 */
final class BlockSignatures {
  private static final String POLICY = "/Channel/Orderer/BlockValidation";

  private final ConfigurationInForce inForce;

  BlockSignatures(ConfigurationInForce inForce) {
    this.inForce = inForce;
  }

  List<Integer> verify(BlockHeader header, Metadata metadata) {
    Members members = inForce.members();
    List<MemberIdentity> signers = members.signers(claims(header, metadata));
    List<Integer> ids = new ArrayList<>();
    Map<Bytes, Integer> consenters = new HashMap<>();
    inForce
        .configuration()
        .consenters()
        .forEach(
            (id, identity) ->
                members
                    .find(identity)
                    .ifPresent(found -> consenters.putIfAbsent(found.certificate(), id)));
    for (MemberIdentity signer : signers) {
      Optional.ofNullable(consenters.get(signer.certificate())).ifPresent(ids::add);
    }
    requireQuorum(header.getNumber(), members, signers, ids);
    return List.copyOf(ids);
  }

  private void requireQuorum(
      long number, Members members, List<MemberIdentity> signers, List<Integer> ids) {
    int needed = inForce.configuration().isBft() ? inForce.configuration().quorum() : 0;
    if (ids.size() < needed || members.policies().refusal(POLICY, signers).isPresent()) {
      Map<String, String> evidence = new TreeMap<>();
      evidence.put("signers", Integer.toString(signers.size()));
      evidence.put("consenters", ids.toString());
      if (needed > 0) {
        evidence.put("needed", Integer.toString(needed));
      }
      throw new BlockRefusedException(BlockRefusal.BLOCK_SIGNATURE_QUORUM, number, evidence);
    }
  }

  /**
   * What is signed by whom. That signatures name consenters by id is a matter of the channel's
   * capability, not of its consensus: a Raft channel that has it signs with identities all the
   * same.
   */
  private List<SignedData> claims(BlockHeader header, Metadata metadata) {
    ByteString headerBytes = BlockHashes.headerBytes(header);
    boolean byId = inForce.configuration().hasCapability("V3_0");
    Map<Integer, ByteString> consenters = inForce.configuration().consenters();
    List<SignedData> claims = new ArrayList<>();
    for (MetadataSignature signature : metadata.getSignaturesList()) {
      try {
        boolean named =
            byId
                && signature.getSignatureHeader().isEmpty()
                && !signature.getIdentifierHeader().isEmpty();
        ByteString about = named ? signature.getIdentifierHeader() : signature.getSignatureHeader();
        ByteString identity =
            named
                ? consenters.getOrDefault(
                    IdentifierHeader.parseFrom(about).getIdentifier(), ByteString.EMPTY)
                : SignatureHeader.parseFrom(about).getCreator();
        ByteString data = metadata.getValue().concat(about).concat(headerBytes);
        claims.add(new SignedData(data, identity, signature.getSignature()));
      } catch (InvalidProtocolBufferException e) {
        throw new BlockRefusedException(BlockRefusal.BLOCK_METADATA, header.getNumber());
      }
    }
    return claims;
  }
}
