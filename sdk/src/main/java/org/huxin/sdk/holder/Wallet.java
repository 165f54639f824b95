// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.ReportPaperAsked;
import org.huxin.core.authorization.RetireHolderKey;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.Presentation;
import org.huxin.core.holder.PresentedFile;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.consent.ConsentRefusal;
import org.huxin.sdk.consent.ConsentRefusedException;
import org.huxin.sdk.consent.LedgerScopes;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.ledger.LedgerKeys;

/**
 * What a holder answers, and takes back. Holds no key itself: each call names the one that speaks.
 * Safe for all threads.
 *
 * <pre>{@code
 * Wallet wallet = new Wallet(ledgerId, ledger, InstantSource.system(), new SecureRandom());
 * ConsentRequest request = wallet.read(text); // signed by its consumer, within its scope
 * GrantFile grant = wallet.answer(request, key).licence(licence).sign();
 * // grant.write() goes to the window; later, perhaps:
 * wallet.withdraw(grant.grant().statementId(), key);
 * }</pre>
 */
public final class Wallet {
  private static final int NONCE_LENGTH = 16;

  private final LedgerId ledgerId;
  private final LedgerClient ledger;
  private final LedgerScopes scopes;
  private final LedgerKeys keys;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * A wallet.
   *
   * @param ledger by which scopes are read and statements carried in, through whatever city; stays
   *     the caller's to close
   */
  public Wallet(LedgerId ledgerId, LedgerClient ledger, InstantSource clock, SecureRandom random) {
    LedgerEntities entities = new LedgerEntities(ledger);
    this.ledgerId = ledgerId;
    this.ledger = ledger;
    this.scopes = new LedgerScopes(entities);
    this.keys = new LedgerKeys(entities);
    this.clock = clock;
    this.random = random;
  }

  /**
   * Reads a request and checks it before anybody is asked: its consumer signed it, and its scope on
   * the ledger allows it.
   *
   * @param text the compact JWS
   * @throws ConsentRefusedException {@code REQUEST_MALFORMED}, {@code REQUEST_NOT_GENUINE}, {@code
   *     CONSUMER_NOT_KNOWN}, {@code SCOPE_NOT_FOUND}, {@code SCOPE_NOT_OPEN}, {@code OUTSIDE_SCOPE}
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public ConsentRequest read(String text) {
    Instant at = now();
    Jws jws;
    try {
      jws = Jws.parse(text);
    } catch (JwsRefusedException e) {
      throw ConsentRefusedException.of(ConsentRefusal.REQUEST_MALFORMED, e);
    }
    NamedKey consumer =
        keys.find(jws.keyId(), Role.CONSUMER, at)
            .orElseThrow(
                () ->
                    ConsentRefusedException.of(
                        ConsentRefusal.CONSUMER_NOT_KNOWN, "kid", jws.keyId()));
    try {
      ConsentRequest request = ConsentRequest.verify(jws, ledgerId, consumer, at);
      scopes.requireCovers(request.grantee(), request.terms(), at);
      return request;
    } catch (FactRefusedException e) {
      boolean form = e.code() == FactRefusal.FACT_TYPE || e.code() == FactRefusal.FACT_MALFORMED;
      throw ConsentRefusedException.of(
          form ? ConsentRefusal.REQUEST_MALFORMED : ConsentRefusal.REQUEST_NOT_GENUINE, e);
    }
  }

  /**
   * Begins to answer a request.
   *
   * @param key the holder's key for this matter
   */
  public GrantDraft answer(ConsentRequest request, HolderKey key) {
    return grant(request.terms(), key);
  }

  /**
   * Begins a grant that nobody asked for, such as a power of attorney.
   *
   * @param widest what it may allow at most
   */
  public GrantDraft grant(GrantAuthorization widest, HolderKey key) {
    return new GrantDraft(ledgerId, widest, key, now(), random);
  }

  /**
   * 亮证: presents a licence to an authority, for a minute.
   *
   * @param proof showing no more than is needed, and the holder
   */
  public ShownLicence present(ProofFile proof, HolderKey key, Uscc audience) {
    return present(proof, key, Optional.of(audience), Optional.empty());
  }

  /**
   * 亮证: presents a licence to the terminal that shows a challenge, for a minute.
   *
   * @param proof showing no more than is needed, and the holder
   * @param challenge sixteen bytes
   * @throws IllegalArgumentException if the challenge has another length
   */
  public ShownLicence presentToTerminal(ProofFile proof, HolderKey key, Bytes challenge) {
    return present(proof, key, Optional.empty(), Optional.of(challenge));
  }

  private ShownLicence present(
      ProofFile proof, HolderKey key, Optional<Uscc> audience, Optional<Bytes> challenge) {
    Instant at = now();
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    Presentation presentation =
        new Presentation(
            ledgerId,
            at,
            PresentedFile.digest(proof),
            audience,
            challenge,
            Bytes.of(nonce),
            at.plusSeconds(Presentation.MAX_SECONDS),
            key.attestation());
    String code = key.sign(FactKind.PRESENTATION, Presentation.CODEC, presentation).jws().text();
    return new ShownLicence(code, new PresentedFile(proof, key.subject(), key.ward()));
  }

  /**
   * Withdraws a grant, and with it what an agent passed on of it: at any time, also before it has
   * arrived on the ledger.
   *
   * @param key the key that granted
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses, as for a grant
   *     that was withdrawn before
   */
  public Committed withdraw(StatementId authorization, HolderKey key) {
    return withdraw(authorization, key.thumbprint(), key);
  }

  /**
   * Withdraws a grant of a key that is lost.
   *
   * @param grantor the key that granted
   * @param successor a key that was attested to take its place
   * @throws org.huxin.core.refusal.LedgerRefusedException as {@link #withdraw(StatementId,
   *     HolderKey)}
   */
  public Committed withdraw(StatementId authorization, Thumbprint grantor, HolderKey successor) {
    return carryIn(new RevokeAuthorization(authorization, Optional.of(grantor)), successor);
  }

  /**
   * Withdraws what an identity provider recorded for the holder.
   *
   * @param key whose attestation names the same subject, or ward, as the consent
   * @throws org.huxin.core.refusal.LedgerRefusedException as {@link #withdraw(StatementId,
   *     HolderKey)}
   */
  public Committed withdrawAssisted(StatementId consent, HolderKey key) {
    return carryIn(new RevokeAuthorization(consent, Optional.empty()), key);
  }

  /**
   * Ends a key: nothing is granted with it any more.
   *
   * @param retired which: the speaking key itself, or one whose place it takes
   * @param since from when on, not later than now
   * @param reason such as {@code LOST}
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public Committed retire(Thumbprint retired, Instant since, Code reason, HolderKey key) {
    return carryIn(new RetireHolderKey(retired, since, reason), key);
  }

  /**
   * Reports that somebody asked for a paper although a receipt says otherwise.
   *
   * @param receipt digest of the node's receipt
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public Committed reportPaper(
      Uscc consumer, ServiceItemCode item, Code material, Digest receipt, HolderKey key) {
    return carryIn(new ReportPaperAsked(consumer, item, material, receipt), key);
  }

  private Committed carryIn(Statement statement, HolderKey key) {
    return ledger.submit(key.sign(ledgerId, statement, now()), key.attestation());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
