// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  private record Claim(Optional<Integer> consenter, SignedData signed) {}

  List<Integer> verify(BlockHeader header, Metadata metadata) {
    Members members = inForce.members();
    List<Integer> ids = new ArrayList<>();
    List<MemberIdentity> signers = new ArrayList<>();
    for (Claim claim : claims(header, metadata)) {
      Optional<MemberIdentity> signer =
          members
              .find(claim.signed.identity())
              .filter(identity -> !signers.contains(identity))
              .filter(
                  identity -> identity.hasSigned(claim.signed.data(), claim.signed.signature()));
      signer.ifPresent(
          identity -> {
            signers.add(identity);
            claim.consenter.ifPresent(ids::add);
          });
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

  private List<Claim> claims(BlockHeader header, Metadata metadata) {
    ByteString headerBytes = BlockHashes.headerBytes(header);
    boolean byId = inForce.configuration().hasCapability("V3_0");
    Map<Integer, ByteString> consenters = inForce.configuration().consenters();
    List<Claim> claims = new ArrayList<>();
    for (MetadataSignature signature : metadata.getSignaturesList()) {
      try {
        boolean named =
            byId
                && signature.getSignatureHeader().isEmpty()
                && !signature.getIdentifierHeader().isEmpty();
        ByteString about = named ? signature.getIdentifierHeader() : signature.getSignatureHeader();
        Optional<Integer> id =
            named
                ? Optional.of(IdentifierHeader.parseFrom(about).getIdentifier())
                : Optional.empty();
        Optional<ByteString> identity =
            named
                ? id.map(consenters::get)
                : Optional.of(SignatureHeader.parseFrom(about).getCreator());
        ByteString data = metadata.getValue().concat(about).concat(headerBytes);
        identity.ifPresent(
            by -> claims.add(new Claim(id, new SignedData(data, by, signature.getSignature()))));
      } catch (InvalidProtocolBufferException e) {
        throw new BlockRefusedException(BlockRefusal.BLOCK_METADATA, header.getNumber());
      }
    }
    return claims;
  }
}
