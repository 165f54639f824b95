// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.UseScope;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.holder.Attestation;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A window of Ordos that asks for business licences, an identity provider of Ordos, and holders. A
 * second window and provider, of Baotou, are strangers.
 */
final class ConsentBench {
  static final Uscc CONSUMER = new Uscc("11150603MB9T00038D");
  static final Uscc PROVIDER = new Uscc("11150622MB9T00054K");
  static final Uscc STRANGER = new Uscc("11150203MB9T00142W");

  static final LicenceTypeCode LICENCE = new LicenceTypeCode("11100000MB0143028R001");
  static final LicenceTypeCode OTHER_LICENCE = new LicenceTypeCode("11100000MB03271699001");
  static final ServiceItemCode ITEM = new ServiceItemCode("11150603MB9T00038D0001000115001");
  static final ServiceItemCode SECOND_ITEM = new ServiceItemCode("11150603MB9T00038D0001000115002");
  static final ServiceItemCode OTHER_ITEM = new ServiceItemCode("11150603MB9T00038D0001000115009");
  static final Code PURPOSE = new Code("OPEN_SHOP");
  static final Code OTHER_PURPOSE = new Code("MARKETING");
  static final FieldName NAME = new FieldName("ZZMC");
  static final FieldName SCOPE_OF_BUSINESS = new FieldName("KZ_JYFW");
  static final FieldName ADDRESS = new FieldName("KZ_DZ");
  static final DivisionCode ISSUED_IN = new DivisionCode("150602");

  final ContractBench ledger = ContractBench.founded();
  final SampleKey consumer =
      ledger.register(CONSUMER, new DivisionCode("150603"), Optional.empty(), Role.CONSUMER);
  final SampleKey provider =
      ledger.register(
          PROVIDER, new DivisionCode("150622"), Optional.empty(), Role.IDENTITY_PROVIDER);
  final SampleKey stranger =
      ledger.register(
          STRANGER,
          new DivisionCode("150203"),
          Optional.empty(),
          Role.CONSUMER,
          Role.IDENTITY_PROVIDER,
          Role.AUDITOR);
  final SampleKey holder = SampleKey.holder("herder");
  final StatementId scope = openScope("scope", CONSUMER, true);

  /** Puts a scope for the licence, both items, the purpose and two fields on the ledger. */
  StatementId openScope(String name, Uscc authority, boolean statutory) {
    StatementId id = named(name);
    ledger
        .ledger()
        .put(
            UseScope.key(id),
            new UseScope(
                new OpenUseScope(
                    authority,
                    List.of(LICENCE),
                    List.of(ITEM, SECOND_ITEM),
                    List.of(PURPOSE),
                    List.of(SCOPE_OF_BUSINESS, NAME),
                    statutory,
                    digest("basis"),
                    ContractBench.FOUNDED,
                    Optional.empty()),
                Optional.empty(),
                History.begin(new Revision(ContractBench.FOUNDED, id))));
    return id;
  }

  /** Puts a scope that allows one more purpose in the place of another. */
  void allowPurpose(StatementId id, Code purpose) {
    UseScope scope = ledger.get(UseScope.key(id));
    OpenUseScope opened = scope.opened();
    List<Code> purposes =
        Stream.concat(opened.purposes().stream(), Stream.of(purpose)).sorted().toList();
    ledger
        .ledger()
        .put(
            UseScope.key(id),
            new UseScope(
                new OpenUseScope(
                    opened.authority(),
                    opened.types(),
                    opened.items(),
                    purposes,
                    opened.fields(),
                    opened.statutory(),
                    opened.basis(),
                    opened.from(),
                    opened.to()),
                scope.closing(),
                scope.history()));
  }

  /** Closes a scope now. */
  void closeScope(StatementId id) {
    UseScope open = ledger.get(UseScope.key(id));
    PeriodEnd end = new PeriodEnd(ledger.now(), digest("basis"), ledger.now());
    ledger
        .ledger()
        .put(UseScope.key(id), new UseScope(open.opened(), Optional.of(end), open.history()));
  }

  /** A key of an authority is compromised from a time on. */
  void compromise(Uscc authority, Instant since) {
    Authority before = ledger.get(Authority.key(authority));
    HeldKey key = before.keys().get(0);
    KeyRetirement retirement = new KeyRetirement(since, Optional.of(since), ledger.now());
    HeldKey stolen =
        new HeldKey(
            key.number(),
            key.use(),
            key.key(),
            key.notBefore(),
            key.notAfter(),
            key.addedAt(),
            List.of(retirement));
    ledger
        .ledger()
        .put(
            Authority.key(authority),
            new Authority(
                before.uscc(),
                before.name(),
                before.division(),
                before.superior(),
                before.roles(),
                List.of(stolen),
                before.trailKey(),
                before.endpoints(),
                before.undone(),
                before.history()));
  }

  /** Says that a holder's key has ended now. */
  void retire(SampleKey key) {
    ledger
        .ledger()
        .put(
            RetiredHolderKey.key(key.thumbprint()),
            new RetiredHolderKey(
                ledger.now(),
                new Code("LOST"),
                key.id(),
                History.begin(new Revision(ledger.now(), named("retirement")))));
  }

  /** The provider attests a key. */
  Jws attest(SampleKey key) {
    return ledger.attest(provider, key, subject("subject of " + key.thumbprint()));
  }

  /** The provider attests a key that takes the place of another. */
  Jws attestSuccessor(SampleKey key, Thumbprint predecessor) {
    return attestation(key, subject("somebody"), Optional.of(predecessor), Optional.empty());
  }

  /** The provider attests a guardian's key. */
  Jws attestGuardian(SampleKey key, SubjectCommitment ward) {
    return attestation(key, subject("somebody"), Optional.empty(), Optional.of(ward));
  }

  private Jws attestation(
      SampleKey key,
      SubjectCommitment subject,
      Optional<Thumbprint> predecessor,
      Optional<SubjectCommitment> ward) {
    return ledger.attest(
        provider,
        new Attestation(
            ContractBench.LEDGER,
            ledger.now(),
            key.key().publicKey(),
            AssuranceLevel.HIGH,
            subject,
            ledger.now(),
            ledger.now().plus(Duration.ofDays(365)),
            predecessor,
            ward));
  }

  /** The holder grants; returns the grant's name. */
  StatementId grant(SampleGrant grant) {
    return grant(holder, grant);
  }

  /** Somebody grants; returns the grant's name. */
  StatementId grant(SampleKey key, SampleGrant grant) {
    SignedStatement signed = ledger.sign(key, grant.build());
    ledger.accept(SampleCity.ORDOS, signed, attest(key));
    return signed.id();
  }

  /** The holder withdraws a grant of his. */
  void revoke(StatementId grant) {
    SignedStatement revocation =
        ledger.sign(holder, new RevokeAuthorization(grant, Optional.of(holder.thumbprint())));
    ledger.accept(SampleCity.ORDOS, revocation, attest(holder));
  }

  /** The consumer records a use. */
  SignedStatement use(SampleUsage usage) {
    SignedStatement signed = ledger.sign(consumer, usage.build());
    ledger.accept(SampleCity.ORDOS, signed);
    return signed;
  }

  /** The consumer's use must be refused. */
  LedgerRefusedException refuseUse(LedgerRefusal code, SampleUsage usage) {
    return ledger.refuse(code, SampleCity.ORDOS, ledger.sign(consumer, usage.build()));
  }

  /** A grant of one use of the licence, for an hour. */
  SampleGrant sampleGrant() {
    return new SampleGrant(scope, ledger.now());
  }

  /** Consent of a person without a device to one use of the licence, for an hour. */
  AssistConsent sampleConsent() {
    return new AssistConsent(
        CONSUMER,
        subject("herder without phone"),
        new Code("FACE_TO_FACE"),
        digest("signed sheet"),
        scope,
        List.of(new GrantedItem(LICENCE, Optional.empty(), Optional.empty(), List.of(NAME))),
        List.of(ITEM),
        PURPOSE,
        ledger.now(),
        ledger.now().plus(Duration.ofHours(1)),
        Optional.empty());
  }

  /** A use under authorizations, one licence each. */
  SampleUsage sampleUsage(StatementId... authorizations) {
    return new SampleUsage(authorizations);
  }

  static StatementId named(String name) {
    return new StatementId(digest(name));
  }

  static SubjectCommitment subject(String name) {
    return new SubjectCommitment(digest(name));
  }

  static BlindedRef ref(String name) {
    return new BlindedRef(digest(name));
  }

  static Digest digest(String name) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(name));
  }
}
