// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.core.authority.Authority;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.Usage;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.Trail;
import org.huxin.core.holder.TrailEntry;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.hpke.HpkePublicKey;
import org.huxin.sdk.consent.ConsentRefusal;
import org.huxin.sdk.consent.ConsentRefusedException;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerEntities;

/**
 * Records what a window used, after it verified: the order of use is verify, record, decide. Safe
 * for all threads.
 *
 * <pre>{@code
 * UseRecorder recorder =
 *     new UseRecorder(identity, secret, division, ledger, InstantSource.system(), random);
 * Verdict verdict = verifier.verify(document, proof, request.usedFor(context, grantFile));
 * RecordedUse use =
 *     recorder
 *         .begin(item, "2026-0042", purpose)
 *         .licence(proof, verdict, fields, grantFile) // and the next licence of the same matter
 *         .record();
 * }</pre>
 */
public final class UseRecorder {
  private static final int SALT_LENGTH = 16;

  private final AuthorityIdentity identity;
  private final BusinessSecret businesses;
  private final DivisionCode accepting;
  private final LedgerClient ledger;
  private final LedgerEntities entities;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * A recorder.
   *
   * @param identity who uses: the grantee
   * @param businesses what its businesses stand behind on the ledger
   * @param accepting where it accepts licences: a division of its own city
   * @param ledger a client of the authority's own city; stays the caller's to close
   */
  public UseRecorder(
      AuthorityIdentity identity,
      BusinessSecret businesses,
      DivisionCode accepting,
      LedgerClient ledger,
      InstantSource clock,
      SecureRandom random) {
    this.identity = identity;
    this.businesses = businesses;
    this.accepting = accepting;
    this.ledger = ledger;
    this.entities = new LedgerEntities(ledger);
    this.clock = clock;
    this.random = random;
  }

  /**
   * Begins a use.
   *
   * @param item in which service
   * @param business what the authority's own system calls the business; its commitment goes out
   * @param purpose for what
   */
  public UseDraft begin(ServiceItemCode item, String business, Code purpose) {
    return new UseDraft(this, item, businesses.commitment(business), purpose);
  }

  Uscc grantee() {
    return identity.authority();
  }

  DivisionCode accepting() {
    return accepting;
  }

  int nextNumber(ServiceItemCode item, Digest business) {
    List<Usage> before =
        entities.list(Usage.ENTITY, grantee().text(), item.text(), business.toString());
    return before.stream().mapToInt(each -> each.recorded().number() + 1).max().orElse(0);
  }

  SignedStatement sign(RecordUsage usage, Function<RecordUsage, List<UsedLicence>> sealing) {
    RecordUsage whole =
        new RecordUsage(
            usage.grantee(),
            usage.item(),
            usage.business(),
            usage.number(),
            usage.basis(),
            usage.scope(),
            usage.presentation(),
            usage.purpose(),
            usage.accepting(),
            usage.resultCode(),
            usage.verdict(),
            sealing.apply(usage));
    return identity.sign(whole, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  Committed submit(SignedStatement signed) {
    return ledger.submit(signed);
  }

  /** The use of a licence with its trail; what a grant names, goes by the grant's reference. */
  UsedLicence seal(UsedProof licence, Optional<GrantFile> grant, RecordUsage usage, int index) {
    LicenceRecord record = licence.proof().record();
    Bytes salt = grant.flatMap(each -> each.salt(record.ref())).orElseGet(this::freshSalt);
    TrailEntry entry = new TrailEntry(record.ref(), salt, usage.item(), usage.grantee());
    return new UsedLicence(
        grant.map(each -> each.grant().statementId()),
        record.type(),
        record.division(),
        record.ref().blinded(salt),
        licence.fields().stream().sorted().toList(),
        Trail.seal(entry, trailKey(record), identity.ledger(), usage, index, random));
  }

  /** The holder's key, or else the issuer's, who informs the holder. */
  private HpkePublicKey trailKey(LicenceRecord record) {
    return record
        .trailKey()
        .or(
            () ->
                entities
                    .find(Authority.ENTITY, record.issuer().text())
                    .flatMap(Authority::trailKey))
        .orElseThrow(
            () ->
                ConsentRefusedException.of(
                    ConsentRefusal.TRAIL_KEY_MISSING, "issuer", record.issuer()));
  }

  private Bytes freshSalt() {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return Bytes.of(salt);
  }
}
