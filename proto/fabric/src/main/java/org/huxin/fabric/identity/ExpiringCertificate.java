// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Optional;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** When identities end, whoever vouches for them. Stateless. */
public final class ExpiringCertificate {
  private ExpiringCertificate() {}

  /** When the certificate of a serialized identity expires; empty if it cannot be read. */
  public static Optional<Instant> notAfter(ByteString identity) {
    try {
      return FabricCertificate.ofPem(SerializedIdentity.parseFrom(identity).getIdBytes())
          .map(FabricCertificate::notAfter);
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}
