// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.CertificateKey;
import org.huxin.crypto.signature.SignatureHash;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;

/**
 * An identity of an MSP, valid or not.
 *
 * @param mspId the MSP
 * @param certificate DER, in the one form with the lower s
 * @param key what verifies its signatures; empty if nothing does
 * @param hash what it hashes messages with under ECDSA
 * @param units the organisational units of the subject; empty if the chain does not count
 * @param certifiers the chain of authorities that certified the units, as a hash
 * @param roles the roles that it has; empty if it is not valid, but for a listed administrator
 * @param isValid whether the MSP accepts it; expiry is no matter here, as in Fabric
 * @param notAfter when the certificate expires
 */
public record MemberIdentity(
    String mspId,
    Bytes certificate,
    Optional<CertificateKey> key,
    SignatureHash hash,
    Set<String> units,
    Bytes certifiers,
    Set<MSPRoleType> roles,
    boolean isValid,
    Instant notAfter) {

  /** Copies the sets. */
  public MemberIdentity {
    units = Set.copyOf(units);
    roles = Set.copyOf(roles);
  }

  /** Whether a signature over a message is this identity's. */
  public boolean hasSigned(ByteString message, ByteString signature) {
    if (key.isEmpty()) {
      return false;
    }
    try {
      key.get()
          .verify(
              hash,
              Bytes.of(message.asReadOnlyByteBuffer()),
              Bytes.of(signature.asReadOnlyByteBuffer()));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }
}
