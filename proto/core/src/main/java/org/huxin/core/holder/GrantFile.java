// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementRefusedException;
import org.huxin.crypto.bytes.Bytes;

/**
 * A {@code .huxin-grant.json} file: a holder's grant, who vouches for the holder's key, and what
 * opens both for the grantee (proto/spec/grant-file.md). Personal data; its text form shows none.
 *
 * @param grant the grant's JWS
 * @param attestation of the key that signed it
 * @param references which licences it means
 * @param subject who granted
 * @param ward for whom a guardian granted; present exactly if the attestation names a ward
 */
public record GrantFile(
    Jws grant,
    Jws attestation,
    List<ReferenceOpening> references,
    Opening subject,
    Optional<Opening> ward) {
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
  private static final Field<GrantFile, Optional<Opening>> WARD =
      optional("ward", Opening.CODEC, GrantFile::ward);

  /** The JSON form. */
  public static final ObjectCodec<GrantFile> CODEC =
      ObjectCodec.of(
          members ->
              new GrantFile(
                  members.get(GRANT),
                  members.get(ATTESTATION),
                  members.get(REFERENCES),
                  members.get(SUBJECT),
                  members.get(WARD)),
          GRANT,
          ATTESTATION,
          REFERENCES,
          SUBJECT,
          WARD);

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
     * Checks that the grant covers a licence that was verified with its holders shown, and that the
     * grantor, or the ward for whom the grantor acts, holds it.
     *
     * @throws FactRefusedException if the grant does not cover it, or the holders shown do not
     *     include the grantor or ward
     */
    public void requireHolder(VerifiedLicence licence) {
      LicenceRef granted = licence.record().ref();
      if (grant.items().stream().noneMatch(item -> file.covers(item, granted))) {
        throw FactRefusedException.of(FactRefusal.LICENCE_NOT_GRANTED);
      }
      Opening holder = file.ward().orElse(file.subject());
      if (!licence.holders().contains(holder.holder())) {
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
  public Verified verify(LedgerId ledger, NamedKey provider, Instant at) {
    Attestation attested = Attestation.verify(attestation, ledger, provider, at);
    SignedStatement statement;
    try {
      attested.holderKey().verify(grant);
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
    boolean wardOpened = ward.map(Opening::subjectCommitment).equals(attested.guardianOf());
    if (!wardOpened) {
      throw FactRefusedException.of(FactRefusal.SUBJECT_NOT_OPENED);
    }
    granted.items().forEach(this::requireOpened);
    return new Verified(statement.id(), granted, attested, this);
  }

  private boolean covers(GrantedItem item, LicenceRef licence) {
    boolean sameType = item.type().equals(licence.type());
    boolean sameDivision = item.division().map(licence.division()::equals).orElse(true);
    boolean meant =
        item.ref().isEmpty()
            || references.stream()
                .filter(opening -> opening.licence().equals(licence))
                .anyMatch(opening -> item.ref().get().equals(opening.blinded()));
    return sameType && sameDivision && meant;
  }

  private void requireOpened(GrantedItem item) {
    boolean opened =
        item.ref().isEmpty()
            || references.stream().anyMatch(opening -> covers(item, opening.licence()));
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
