// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.Opening;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A {@code .huxin-presented.json} file: what goes with a presentation, the proof and what opens the
 * presenter's attestation (proto/spec/presentation.md). Personal data; its text form shows none.
 *
 * <p>A kiosk without a network checks both, the proof and who presents it:
 *
 * <pre>{@code
 * Verdict verdict = new OfflineVerifier(ledger, issuerKey, trust).verify(document, file.proof(), now);
 * HolderId holder = file.verify(code, ledger, providerKey, ownCode, Optional.of(challenge), now);
 * }</pre>
 *
 * @param proof the licence's proof, showing no more than is needed
 * @param subject opens the attested subject
 * @param ward opens the ward of a guardian; present exactly if the attestation names one
 */
public record PresentedFile(ProofFile proof, Opening subject, Optional<Opening> ward) {
  /** The ending of such files. */
  public static final String EXTENSION = ".huxin-presented.json";

  private static final Field<PresentedFile, ProofFile> PROOF =
      required("proof", ProofFile.CODEC, PresentedFile::proof);
  private static final Field<PresentedFile, Opening> SUBJECT =
      required("subject", Opening.CODEC, PresentedFile::subject);
  private static final Field<PresentedFile, Optional<Opening>> WARD =
      optional("ward", Opening.CODEC, PresentedFile::ward);

  /** The JSON form. */
  public static final ObjectCodec<PresentedFile> CODEC =
      ObjectCodec.of(
          members -> new PresentedFile(members.get(PROOF), members.get(SUBJECT), members.get(WARD)),
          PROOF,
          SUBJECT,
          WARD);

  /**
   * Reads a file.
   *
   * @throws org.huxin.core.json.JsonRefusedException if it is not canonical JSON within the limits
   * @throws org.huxin.core.codec.DecodeRefusedException if it is no such file
   */
  public static PresentedFile read(Bytes file) {
    return CODEC.fromBytes(file, JsonLimits.FILE);
  }

  /** The bytes of the file. */
  public Bytes write() {
    return CODEC.toBytes(this);
  }

  /** What a presentation names the proof by: the SHA-256 of its file. */
  public static Digest digest(ProofFile proof) {
    return DigestAlgorithm.SHA_256.digest(proof.write());
  }

  /**
   * Checks a code: as {@link Presentation#verify}, and that it presents this proof, opened by whom
   * the attestation names. Whether the proof holds, and shows that person as a holder, is another
   * question.
   *
   * @param code the compact JWS, as it stands in a QR code
   * @param provider the key of the identity provider that attested
   * @param audience who asks
   * @param challenge what the terminal showed; empty if it showed none
   * @param at now
   * @return who presents, or for whom
   * @throws FactRefusedException if it does not hold
   * @throws org.huxin.core.jws.JwsRefusedException if the code is no JWS
   */
  public HolderId verify(
      String code,
      LedgerId ledger,
      NamedKey provider,
      Uscc audience,
      Optional<Bytes> challenge,
      Instant at) {
    Presentation presentation =
        Presentation.verify(code, ledger, provider, audience, challenge, at);
    Attestation attested = Attestation.verify(presentation.attestation(), ledger, provider, at);
    if (!presentation.proof().equals(digest(proof))) {
      throw FactRefusedException.of(FactRefusal.PRESENTED_OTHER_PROOF);
    }
    if (!subject.subjectCommitment().equals(attested.subject())
        || !ward.map(Opening::subjectCommitment).equals(attested.guardianOf())) {
      throw FactRefusedException.of(FactRefusal.SUBJECT_NOT_OPENED);
    }
    return ward.orElse(subject).holder();
  }

  /** The proof's text form. */
  @Override
  public String toString() {
    return "presented " + proof;
  }
}
