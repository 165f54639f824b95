// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.reference.Opening;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementRefusedException;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;

/**
 * A {@code .huxin-grant.json} file: a consent, who vouches for it, and what opens it for the
 * grantee (proto/spec/grant-file.md). The consent is a holder's grant, an agent's with the one that
 * it lies within, or one that an identity provider recorded for a person without a device. Personal
 * data; its text form shows none.
 *
 * @param grant the JWS of the grant or of the recorded consent
 * @param attestation of the key that signed the grant; empty exactly if a provider recorded it
 * @param references which licences it means
 * @param subject who granted
 * @param ward for whom a guardian granted; present exactly if the attestation names a ward
 * @param parent for an agent's grant, the file of the holder's grant within which it lies
 */
public record GrantFile(
    Jws grant,
    Optional<Jws> attestation,
    List<ReferenceOpening> references,
    Opening subject,
    Optional<Opening> ward,
    Optional<GrantFile> parent) {
  /** The ending of such files. */
  public static final String EXTENSION = ".huxin-grant.json";

  private static final int MAX_REFERENCES = 64;
  private static final Codec<Jws> LONG_JWS =
      Codecs.text("JWS", Jws.MAX_LENGTH, Jws::parse, Jws::text);

  private static final Field<GrantFile, Jws> GRANT = required("grant", LONG_JWS, GrantFile::grant);
  private static final Field<GrantFile, Optional<Jws>> ATTESTATION =
      optional("attestation", LONG_JWS, GrantFile::attestation);
  private static final Field<GrantFile, List<ReferenceOpening>> REFERENCES =
      required(
          "references",
          ListCodec.list(ReferenceOpening.CODEC, 0, MAX_REFERENCES),
          GrantFile::references);
  private static final Field<GrantFile, Opening> SUBJECT =
      required("subject", Opening.CODEC, GrantFile::subject);
  private static final Field<GrantFile, Optional<Opening>> WARD =
      optional("ward", Opening.CODEC, GrantFile::ward);

  /** A holder's own grant is within nothing, so a parent has no parent. */
  private static final ObjectCodec<GrantFile> PARENT_CODEC =
      ObjectCodec.of(
          members ->
              new GrantFile(
                  members.get(GRANT),
                  members.get(ATTESTATION),
                  members.get(REFERENCES),
                  members.get(SUBJECT),
                  members.get(WARD),
                  Optional.empty()),
          GRANT,
          ATTESTATION,
          REFERENCES,
          SUBJECT,
          WARD);

  private static final Field<GrantFile, Optional<GrantFile>> PARENT =
      optional("parent", PARENT_CODEC, GrantFile::parent);

  /** The JSON form. */
  public static final ObjectCodec<GrantFile> CODEC =
      ObjectCodec.of(
          members ->
              new GrantFile(
                  members.get(GRANT),
                  members.get(ATTESTATION),
                  members.get(REFERENCES),
                  members.get(SUBJECT),
                  members.get(WARD),
                  members.get(PARENT)),
          GRANT,
          ATTESTATION,
          REFERENCES,
          SUBJECT,
          WARD,
          PARENT);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if a recorded consent has a ward or a parent, or a parent has
   *     one
   */
  public GrantFile {
    references = List.copyOf(references);
    if (attestation.isEmpty() && (ward.isPresent() || parent.isPresent())) {
      throw new IllegalArgumentException("a recorded consent has neither ward nor parent");
    }
    if (parent.isPresent() && parent.get().parent().isPresent()) {
      throw new IllegalArgumentException("what is passed on is not passed on again");
    }
  }

  /** A holder's own grant. */
  public GrantFile(
      Jws grant,
      Jws attestation,
      List<ReferenceOpening> references,
      Opening subject,
      Optional<Opening> ward) {
    this(grant, Optional.of(attestation), references, subject, ward, Optional.empty());
  }

  /** An agent's grant, within a holder's. */
  public static GrantFile delegated(
      Jws grant,
      Jws attestation,
      List<ReferenceOpening> references,
      Opening subject,
      GrantFile parent) {
    return new GrantFile(
        grant,
        Optional.of(attestation),
        references,
        subject,
        Optional.empty(),
        Optional.of(parent));
  }

  /** What an identity provider recorded for a person without a device. */
  public static GrantFile assisted(
      Jws consent, List<ReferenceOpening> references, Opening subject) {
    return new GrantFile(
        consent, Optional.empty(), references, subject, Optional.empty(), Optional.empty());
  }

  /**
   * A consent whose parts are known to belong together.
   *
   * @param id the authorization's name on the ledger
   * @param grant what is granted; of a recorded consent, its terms
   * @param grantor the attestation of the key that granted; empty for a recorded consent
   * @param file the file that it came in
   */
  public record Verified(
      StatementId id, GrantAuthorization grant, Optional<Attestation> grantor, GrantFile file) {

    /**
     * Who consented, or for whom: the ward of a guardian, the customer of an agent. Personal data.
     */
    public HolderId holder() {
      GrantFile signed = file.parent().orElse(file);
      return signed.ward().orElse(signed.subject()).holder();
    }

    /**
     * Checks that the grant covers a licence that was verified with its holders shown, and that
     * whoever consented holds it.
     *
     * @throws FactRefusedException if the grant does not cover it, or the holders shown do not
     *     include who consented
     */
    public void requireHolder(VerifiedLicence licence) {
      requireCovers(licence.record().ref());
      if (!licence.holders().contains(holder())) {
        throw FactRefusedException.of(FactRefusal.GRANTOR_NOT_HOLDER);
      }
    }

    /**
     * Checks that the grant covers a licence.
     *
     * @throws FactRefusedException if it does not
     */
    public void requireCovers(LicenceRef licence) {
      if (grant.items().stream().noneMatch(item -> file.covers(item, licence))) {
        throw FactRefusedException.of(FactRefusal.LICENCE_NOT_GRANTED);
      }
    }

    private void requireWithin(Verified parent) {
      boolean named =
          grant.parent().equals(Optional.of(parent.id()))
              && parent.grant().agent().equals(grantor.map(each -> Thumbprint.of(each.key())));
      Optional<String> beyond = named ? grant.beyond(parent.grant()) : Optional.of(PARENT.name());
      if (beyond.isPresent()) {
        throw notWithinParent(beyond.get());
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

  /** The key of the identity provider that attested the grantor, or recorded the consent. */
  public KeyId provider() {
    return attestation.orElse(grant).keyId();
  }

  /** The salt of a licence's reference; empty if this does not open it. */
  public Optional<Bytes> salt(LicenceRef licence) {
    return references.stream()
        .filter(each -> each.licence().equals(licence))
        .map(ReferenceOpening::salt)
        .findFirst();
  }

  /**
   * Checks that the parts belong together: the provider attested the key, the key signed the grant,
   * the subject is the attested one, every licence that the grant refers to is opened, and an
   * agent's grant lies within its parent.
   *
   * @param provider the key of the identity provider that attested, or recorded the consent; a
   *     parent's too
   * @param at when the attestation must be in force
   * @throws FactRefusedException if they do not
   */
  public Verified verify(LedgerId ledger, NamedKey provider, Instant at) {
    return verify(ledger, unused -> provider, at);
  }

  /**
   * Checks that the parts belong together, where a holder and an agent may have been attested by
   * different providers.
   *
   * @param providers the key to check with, for each {@code kid} that an attestation or recorded
   *     consent names
   * @param at when the attestations must be in force
   * @throws FactRefusedException as {@link #verify(LedgerId, NamedKey, Instant)}
   */
  public Verified verify(LedgerId ledger, Function<KeyId, NamedKey> providers, Instant at) {
    NamedKey provider = providers.apply(provider());
    Verified verified =
        attestation.isPresent()
            ? verifyGranted(attestation.get(), ledger, provider, at)
            : verifyRecorded(ledger, provider);
    verified.grant().items().forEach(this::requireOpened);
    if (parent.isPresent() != verified.grant().parent().isPresent()) {
      throw notWithinParent(PARENT.name());
    }
    parent.ifPresent(each -> verified.requireWithin(each.verify(ledger, providers, at)));
    return verified;
  }

  private Verified verifyGranted(Jws attesting, LedgerId ledger, NamedKey provider, Instant at) {
    Attestation attested = Attestation.verify(attesting, ledger, provider, at);
    try {
      attested.holderKey().verify(grant);
    } catch (JwsRefusedException e) {
      throw FactRefusedException.of(FactRefusal.ATTESTED_OTHER_KEY);
    }
    if (!(statement(ledger) instanceof GrantAuthorization granted)) {
      throw FactRefusedException.of(FactRefusal.FACT_TYPE);
    }
    requireSubject(attested.subject());
    if (!ward.map(Opening::subjectCommitment).equals(attested.guardianOf())) {
      throw FactRefusedException.of(FactRefusal.SUBJECT_NOT_OPENED);
    }
    return new Verified(grant.statementId(), granted, Optional.of(attested), this);
  }

  private Verified verifyRecorded(LedgerId ledger, NamedKey provider) {
    try {
      provider.verify(grant);
    } catch (JwsRefusedException e) {
      throw new FactRefusedException(
          FactRefusal.FACT_NOT_SIGNED_BY_KEY, Map.of("code", e.code().name()));
    }
    if (!(statement(ledger) instanceof AssistConsent consent)) {
      throw FactRefusedException.of(FactRefusal.FACT_TYPE);
    }
    requireSubject(consent.subject());
    return new Verified(grant.statementId(), consent.terms(), Optional.empty(), this);
  }

  private Statement statement(LedgerId ledger) {
    try {
      return SignedStatement.read(grant, ledger).statement();
    } catch (StatementRefusedException e) {
      throw new FactRefusedException(FactRefusal.FACT_MALFORMED, e.evidence());
    }
  }

  private void requireSubject(SubjectCommitment attested) {
    if (!subject.subjectCommitment().equals(attested)) {
      throw FactRefusedException.of(FactRefusal.SUBJECT_NOT_OPENED);
    }
  }

  private static FactRefusedException notWithinParent(String member) {
    return new FactRefusedException(FactRefusal.NOT_WITHIN_PARENT, Map.of("member", member));
  }

  private boolean covers(GrantedItem item, LicenceRef licence) {
    boolean sameType = item.type().equals(licence.type());
    boolean sameDivision =
        item.division().stream().allMatch(each -> each.covers(licence.division()));
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
