// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.SealKey;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * What whoever holds a sealed document has read from one seal on it: the part of the question that
 * the ledger needs in order to say whether that seal was in force when it sealed
 * (proto/spec/seal-check.md, What the ledger is asked). It holds nothing of the document's content.
 *
 * @param seal the seal's name on the ledger
 * @param structure SM3 of the DER of the whole seal
 * @param certificate SM3 of the DER of the certificate that signed
 * @param signature SM3 of the signature's value r‖s, 64 bytes: the same however the value was
 *     wrapped
 * @param claimedTime when it sealed, as the signer says
 * @param provenTime a time by which it had certainly sealed, from a time stamp; empty if nothing
 *     but the signer's word speaks for its time
 */
public record SealFindings(
    SealKey seal,
    Digest structure,
    Digest certificate,
    Digest signature,
    Instant claimedTime,
    Optional<Instant> provenTime) {
  private static final Field<SealFindings, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, SealFindings::seal);
  private static final Field<SealFindings, Digest> STRUCTURE =
      required("structure", Codecs.DIGEST, SealFindings::structure);
  private static final Field<SealFindings, Digest> CERTIFICATE =
      required("certificate", Codecs.DIGEST, SealFindings::certificate);
  private static final Field<SealFindings, Digest> SIGNATURE =
      required("signature", Codecs.DIGEST, SealFindings::signature);
  private static final Field<SealFindings, Instant> CLAIMED_TIME =
      required("claimedTime", Codecs.SECONDS, SealFindings::claimedTime);
  private static final Field<SealFindings, Optional<Instant>> PROVEN_TIME =
      optional("provenTime", Codecs.SECONDS, SealFindings::provenTime);

  /** The JSON form. */
  public static final ObjectCodec<SealFindings> CODEC =
      ObjectCodec.of(
          members ->
              new SealFindings(
                  members.get(SEAL),
                  members.get(STRUCTURE),
                  members.get(CERTIFICATE),
                  members.get(SIGNATURE),
                  members.get(CLAIMED_TIME),
                  members.get(PROVEN_TIME)),
          SEAL,
          STRUCTURE,
          CERTIFICATE,
          SIGNATURE,
          CLAIMED_TIME,
          PROVEN_TIME);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if a digest is not of SM3
   */
  public SealFindings {
    requireSm3(structure);
    requireSm3(certificate);
    requireSm3(signature);
  }

  private static void requireSm3(Digest digest) {
    if (digest.algorithm() != DigestAlgorithm.SM3) {
      throw new IllegalArgumentException("seals are named by SM3");
    }
  }
}
