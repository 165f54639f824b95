// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * An identity whose certificate chains to an authority of its MSP.
 *
 * @param mspId the MSP
 * @param certificate DER
 * @param key what verifies its signatures; empty if this network does not know the algorithm
 * @param units the organisational units of the subject
 * @param role the one role unit among them, if there is exactly one
 * @param notAfter when the certificate expires
 * @param revoked whether a revocation list names it
 */
public record MemberIdentity(
    String mspId,
    Bytes certificate,
    Optional<VerifyingKey> key,
    Set<String> units,
    Optional<String> role,
    Instant notAfter,
    boolean revoked) {

  /** Copies the set. */
  public MemberIdentity {
    units = Set.copyOf(units);
  }

  /** Whether the MSP accepts it; expiry is no matter here, as in Fabric. */
  public boolean isValid() {
    return !revoked && role.isPresent();
  }

  /** Whether a signature over a message is this identity's. */
  public boolean hasSigned(ByteString message, ByteString signature) {
    if (key.isEmpty()) {
      return false;
    }
    VerifyingKey verifier = key.get();
    try {
      Bytes value = Bytes.of(signature.asReadOnlyByteBuffer());
      verifier.verify(
          Bytes.of(message.asReadOnlyByteBuffer()),
          verifier.suite() == SignatureSuite.ED25519
              ? new Signature(SignatureSuite.ED25519, value)
              : Signature.ofDer(verifier.suite(), value));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }
}
