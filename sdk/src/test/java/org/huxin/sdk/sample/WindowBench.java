// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.consent.ConsentDesk;
import org.huxin.sdk.consent.ConsentDraft;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.usage.UseRecorder;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.sdk.verifying.Verifier;
import org.huxin.seal.certificate.Trust;

/** A ledger with an issuer, a window that asks for its licences, an identity provider, holders. */
public final class WindowBench {
  /** Who asks. */
  public static final Uscc CONSUMER = new Uscc("11150603MB9T00038D");

  /** Who attests. */
  public static final Uscc PROVIDER = new Uscc("11150622MB9T00054K");

  /** Where the window is. */
  public static final DivisionCode KANGBASHI = new DivisionCode("150603");

  /** In which service. */
  public static final ServiceItemCode ITEM = new ServiceItemCode("11150603MB9T00038D0001000115001");

  /** For what. */
  public static final Code PURPOSE = new Code("OPEN_SHOP");

  /** The attribute of the licences. */
  public static final FieldName NAME = new FieldName("MC");

  /** Somebody who holds something else. */
  public static final HolderId OTHER = new HolderId(HolderCodeType.ORDINARY_PASSPORT, "G1");

  /** What the holder's system calls the matter. */
  public static final String BUSINESS = "2026-0042";

  private static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("basis"));

  private final IssuingBench issuing = new IssuingBench();
  private final SecureRandom random = new SecureRandom();
  private final AuthorityIdentity consumer;
  private final AuthorityIdentity provider;
  private final HpkePrivateKey trailKey = HpkePrivateKey.generate(random);
  private int licences;

  /** Ready to ask. */
  public WindowBench() {
    consumer = register(CONSUMER, KANGBASHI, Role.CONSUMER);
    provider = register(PROVIDER, new DivisionCode("150622"), Role.IDENTITY_PROVIDER);
  }

  /** Puts an authority on the ledger. */
  public AuthorityIdentity register(Uscc authority, DivisionCode division, Role... roles) {
    SampleKey key = ledger().register(authority, division, Optional.empty(), roles);
    return new AuthorityIdentity(ContractBench.LEDGER, authority, 1, key.signer());
  }

  /** The ledger. */
  public ContractBench ledger() {
    return issuing.bench();
  }

  /** Its client. */
  public ContractLedgerClient client() {
    return issuing.client();
  }

  /** The issuer. */
  public IssuingBench issuing() {
    return issuing;
  }

  /** Who asks. */
  public AuthorityIdentity consumer() {
    return consumer;
  }

  /** What opens the trail of the licences. */
  public HpkePrivateKey trailKey() {
    return trailKey;
  }

  /** Randomness. */
  public SecureRandom random() {
    return random;
  }

  /** A scope for the type, the item, the purpose and the attribute. */
  public StatementId openScope(String name, boolean statutory) {
    return openScope(name, CONSUMER, statutory);
  }

  /** A scope of somebody. */
  public StatementId openScope(String name, Uscc authority, boolean statutory) {
    StatementId id = new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(name)));
    OpenUseScope scope =
        new OpenUseScope(
            authority,
            List.of(IssuingBench.TYPE),
            List.of(ITEM),
            List.of(PURPOSE),
            List.of(NAME),
            statutory,
            BASIS,
            ContractBench.FOUNDED,
            Optional.of(ContractBench.FOUNDED.plus(Duration.ofDays(300))));
    ledger()
        .ledger()
        .put(
            UseScope.key(id),
            new UseScope(
                scope, Optional.empty(), History.begin(new Revision(ContractBench.FOUNDED, id))));
    return id;
  }

  /** The window's desk. */
  public ConsentDesk desk() {
    return new ConsentDesk(consumer, secret(), client(), ledger()::now);
  }

  /** The window's recorder. */
  public UseRecorder recorder() {
    return new UseRecorder(consumer, secret(), KANGBASHI, client(), ledger()::now, random);
  }

  /** The window's secret. */
  public BusinessSecret secret() {
    return new BusinessSecret(Bytes.utf8("secret of the window"));
  }

  /** The identity provider. */
  public IdentityProvider provider() {
    return new IdentityProvider(provider, client(), ledger()::now, random);
  }

  /** A holder's wallet. */
  public Wallet wallet() {
    return new Wallet(ContractBench.LEDGER, client(), ledger()::now, random);
  }

  /** A fresh key of somebody, attested. */
  public HolderKey keyOf(HolderId holder) {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, random);
    return provider().attest(AttestationOrder.of(key.publicKey(), holder)).with(key.signer(random));
  }

  /** A licence of the holder of the issuing bench, with a trail key; its document is its number. */
  public ProofFile licence() {
    return licence(IssuingBench.HOLDER);
  }

  /** A licence of somebody. */
  public ProofFile licence(HolderId... holders) {
    licences++;
    Licence.Builder licence =
        Licence.builder(
                IssuingBench.identifier(IssuingBench.ISSUER, licences, 1),
                LocalDate.of(2026, 1, 15))
            .attribute("MC", "示例餐饮有限公司" + licences)
            .trailKey(trailKey.publicKey());
    for (HolderId holder : holders) {
      licence.holder(holder);
    }
    return issuing.issuer().anchor(IssuingBench.KIND, List.of(licence.build())).get(0);
  }

  /** Asks for a licence's name for one business. */
  public ConsentDraft ask(StatementId scope) {
    return desk().ask(scope, ITEM, PURPOSE).licence(IssuingBench.TYPE, Set.of(NAME));
  }

  /** What the window asks about a licence that it wants to use. */
  public AskingContext context(UseBasis basis, Optional<StatementId> scope) {
    return new AskingContext(
        CONSUMER,
        KANGBASHI,
        ITEM,
        Optional.of(secret().commitment(BUSINESS)),
        PURPOSE,
        List.of(NAME),
        Optional.of(basis),
        List.of(),
        scope,
        Optional.empty(),
        Optional.empty());
  }

  /** Verifies a licence for the window, resting on grants. */
  public Verdict verify(ProofFile proof, GrantFile... grants) {
    return verify(
        proof,
        VerificationRequest.asOf(ledger().now())
            .usedFor(context(UseBasis.AUTHORIZATION, Optional.empty()), grants));
  }

  /** Verifies a licence. */
  public Verdict verify(ProofFile proof, VerificationRequest request) {
    try {
      return new Verifier(client(), ContractBench.LEDGER, Trust.NOBODY)
          .verify(Optional.empty(), proof, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
