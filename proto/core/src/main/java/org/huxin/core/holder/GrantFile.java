// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A {@code .huxin-grant.json} file: a holder's grant, who vouches for the holder's key, and what
 * opens both for the grantee (proto/spec/grant-file.md). Personal data; its text form shows none.
 *
 * @param grant the grant's JWS
 * @param attestation of the key that signed it
 * @param references which licences it means
 * @param subject who granted
 */
public record GrantFile(
    Jws grant, Jws attestation, List<ReferenceOpening> references, Opening subject) {
  /** The ending of such files. */
  public static final String EXTENSION = ".huxin-grant.json";

  private static final int MAX_REFERENCES = 64;
  private static final Codec<Jws> LONG_JWS =
      Codecs.text("JWS", Jws.MAX_LENGTH, Jws::parse, Jws::text);

  private static final Field<GrantFile, Jws> GRANT = required("grant", LONG_JWS, GrantFile::grant);
  private static final Field<GrantFile, Jws> ATTESTATION =
      required("attestation", LONG_JWS, GrantFile::attestation);
  private static final Field<GrantFile, List<ReferenceOpening>> REFERENCES =
      required(
          "references",
          ListCodec.list(ReferenceOpening.CODEC, 0, MAX_REFERENCES),
          GrantFile::references);
  private static final Field<GrantFile, Opening> SUBJECT =
      required("subject", Opening.CODEC, GrantFile::subject);

  /** The JSON form. */
  public static final ObjectCodec<GrantFile> CODEC =
      ObjectCodec.of(
          members ->
              new GrantFile(
                  members.get(GRANT),
                  members.get(ATTESTATION),
                  members.get(REFERENCES),
                  members.get(SUBJECT)),
          GRANT,
          ATTESTATION,
          REFERENCES,
          SUBJECT);

  /** A copy of the given list. */
  public GrantFile {
    references = List.copyOf(references);
  }

  /**
   * A grant whose parts are known to belong together.
   *
   * @param id the authorization's name on the ledger
   * @param grant what is granted
   * @param grantor the attestation of the key that granted
   * @param file the file that it came in
   */
  public record Verified(
      StatementId id, GrantAuthorization grant, Attestation grantor, GrantFile file) {

    /**
     * Checks that whoever granted holds a licence that was verified with its holders shown.
     *
     * @throws FactRefusedException if the holders shown do not include the grantor
     */
    public void requireHolder(VerifiedLicence licence) {
      if (!licence.holders().contains(file.subject().holder())) {
        throw FactRefusedException.of(FactRefusal.GRANTOR_NOT_HOLDER);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws org.huxin.core.json.JsonRefusedException if it is not canonical JSON within the limits
   * @throws org.huxin.core.codec.DecodeRefusedException if it is no grant file
   */
  public static GrantFile read(Bytes file) {
    return CODEC.fromBytes(file, JsonLimits.FILE);
  }

  /** The bytes of the file. */
  public Bytes write() {
    return CODEC.toBytes(this);
  }

  /**
   * Checks that the parts belong together: the provider attested the key, the key signed the grant,
   * the subject is the attested one, and every licence that the grant refers to is opened.
   *
   * @param provider the key of the identity provider that attested
   * @param at when the attestation must be in force
   * @throws FactRefusedException if they do not
   */
  public Verified verify(LedgerId ledger, VerifyingKey provider, Instant at) {
    Attestation attested = Attestation.verify(attestation, ledger, provider, at);
    SignedStatement statement;
    try {
      grant.verify(attested.key());
      statement = SignedStatement.read(grant, ledger);
    } catch (JwsRefusedException e) {
      throw FactRefusedException.of(FactRefusal.ATTESTED_OTHER_KEY);
    } catch (StatementRefusedException e) {
      throw new FactRefusedException(FactRefusal.FACT_MALFORMED, e.evidence());
    }
    if (!(statement.statement() instanceof GrantAuthorization granted)) {
      throw FactRefusedException.of(FactRefusal.FACT_TYPE);
    }
    if (!subject.subjectCommitment().equals(attested.subject())) {
      throw FactRefusedException.of(FactRefusal.SUBJECT_NOT_OPENED);
    }
    granted.items().forEach(this::requireOpened);
    return new Verified(statement.id(), granted, attested, this);
  }

  private void requireOpened(GrantedItem item) {
    boolean opened =
        item.ref().isEmpty()
            || references.stream()
                .filter(opening -> opening.licence().type().equals(item.type()))
                .anyMatch(
                    opening -> item.ref().get().equals(opening.licence().blinded(opening.salt())));
    if (!opened) {
      throw FactRefusedException.of(FactRefusal.REFERENCE_NOT_OPENED);
    }
  }

  /** The grant's type, key and id; nothing that it opens. */
  @Override
  public String toString() {
    return "grant file of " + grant;
  }
}
