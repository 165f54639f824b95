// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.certificatefree.CertificateFree;
import org.huxin.sdk.commitment.CommitmentDesk;
import org.huxin.sdk.consent.ConsentDesk;
import org.huxin.sdk.events.CheckpointStore;
import org.huxin.sdk.events.EventFollower;
import org.huxin.sdk.events.EventSource;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.issuing.AutomaticIssuing;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.BulkIssuing;
import org.huxin.sdk.issuing.Issuer;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.issuing.Recovery;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.ledger.Pause;
import org.huxin.sdk.offline.OfflineVerifier;
import org.huxin.sdk.outbox.Outbox;
import org.huxin.sdk.outbox.OutboxEntry;
import org.huxin.sdk.outbox.OutboxRelay;
import org.huxin.sdk.outbox.RelayRules;
import org.huxin.sdk.paper.PaperDesk;
import org.huxin.sdk.profile.DaysLeft;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.proofstore.ProofStore;
import org.huxin.sdk.proofstore.ProofStoreTables;
import org.huxin.sdk.status.LicenceStatuses;
import org.huxin.sdk.usage.UseRecorder;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.sdk.verifying.Verifier;
import org.huxin.seal.ofd.ByteSource;

/**
 * All that an approval system does with the ledger, from one place. Safe for all threads; closing
 * it anchors what waits and ends its connections.
 *
 * <pre>{@code
 * try (Huxin huxin =
 *     Huxin.builder(Path.of("huxin-profile.json"))
 *         .authority(credit, 1, signer)
 *         .secret(secret)
 *         .database(dataSource)
 *         .build()) {
 *   huxin.createTables();
 *   ProofFile proof = huxin.issue(kind, licence).join();
 *   Verdict verdict = huxin.verify(document, proof);
 *   huxin.statuses().change(StatusOrder.suspend(reason, decision, proof.record().ref()));
 * }
 * }</pre>
 *
 * <p>Every call that goes to the ledger has a deadline, the profile's. Whatever part was not built
 * with what it needs throws {@link IllegalStateException} and says what is missing.
 */
public final class Huxin implements AutoCloseable {
  /** One anchors while the others wait for the ledger: more batches at once gain nothing. */
  private static final int ANCHORING_THREADS = 4;

  private static final Backoff EVENTS_AGAIN =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final HuxinBuilder parts;
  private final LedgerClient ledger;
  private final Verifier verifier;
  private final Optional<AuthorityIdentity> identity;
  private final Optional<ProofStore> proofs;
  private final Optional<Issuer> issuer;
  private Optional<Automatic> automatic = Optional.empty();
  private boolean closed;

  /** Issuing one by one, and the threads that it runs on. */
  private record Automatic(AutomaticIssuing issuing, ScheduledExecutorService threads) {}

  Huxin(HuxinBuilder parts) {
    this.parts = parts;
    this.ledger = parts.connect();
    this.verifier = new Verifier(ledger, parts.ledgerId(), parts.sealTrust());
    this.identity = parts.identity();
    this.proofs =
        parts
            .database()
            .flatMap(
                source -> parts.derived("huxin/look-up/1").map(key -> new ProofStore(source, key)));
    this.issuer =
        parts
            .issuer()
            .flatMap(
                who ->
                    proofs.map(
                        store -> new Issuer(who, ledger, store, parts.clock(), parts.random())));
  }

  /** Begins with a profile. */
  public static HuxinBuilder builder(Profile profile) {
    return HuxinBuilder.of(profile);
  }

  /**
   * Begins with the file of a profile.
   *
   * @throws IOException if the file cannot be read
   * @throws org.huxin.sdk.profile.ProfileRefusedException if it holds something else
   */
  public static HuxinBuilder builder(Path profile) throws IOException {
    return HuxinBuilder.read(profile);
  }

  /**
   * Begins with a client of the caller's own.
   *
   * @param ledgerId the root of trust of the client's ledger
   * @param client closed with what is built
   */
  public static HuxinBuilder builder(LedgerId ledgerId, LedgerClient client) {
    return HuxinBuilder.of(ledgerId, client);
  }

  /** The root of trust. */
  public LedgerId ledgerId() {
    return parts.ledgerId();
  }

  /** The ledger itself, for any query and statement. */
  public LedgerClient ledger() {
    return ledger;
  }

  /** What stands on the ledger. */
  public LedgerEntities entities() {
    return new LedgerEntities(ledger);
  }

  /** The authority that speaks. */
  public AuthorityIdentity identity() {
    return require(identity, "authority");
  }

  /**
   * How long the certificates of the profile are still valid, the one that expires first at the
   * top; empty without a profile.
   */
  public List<DaysLeft> daysLeft() {
    return parts
        .profile()
        .map(profile -> profile.daysLeft(parts.clock().instant()))
        .orElse(List.of());
  }

  /** Makes the tables of the proof store and the outbox where they are not there yet. */
  public void createTables() {
    ProofStoreTables.create(database());
    outbox().createSchema();
  }

  // Issuing.

  /**
   * Issues a licence, gathered with others into batches. Holds the caller up while there is no room
   * for more.
   *
   * @return its proof once it is anchored, everything shown; or why there is none, as {@link
   *     Issuer#anchor} throws it
   */
  public CompletableFuture<ProofFile> issue(BatchKind kind, Licence licence) {
    return automatic().issue(kind, licence);
  }

  /** Issues licences as one batch, as {@link Issuer#anchor}. */
  public List<ProofFile> issue(BatchKind kind, List<Licence> licences) {
    return issuer().anchor(kind, licences);
  }

  /** The issuer, for several batches of one matter, and for what is told there. */
  public Issuer issuer() {
    return require(issuer, "authority, secret and database");
  }

  /** Issues a source of any length, and goes on with it after a crash. */
  public BulkIssuing bulk(BatchKind kind) {
    return new BulkIssuing(issuer(), kind, BulkIssuing.DEFAULT_BATCH_SIZE);
  }

  /**
   * Submits again what a process that died left pending: call it when the application starts, as
   * {@link Issuer#recover}.
   */
  public Recovery recover() {
    return issuer().recover();
  }

  /** The proofs of what was issued: find, redact, erase. */
  public ProofStore proofs() {
    return require(proofs, "database and secret");
  }

  private synchronized AutomaticIssuing automatic() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (automatic.isEmpty()) {
      ScheduledExecutorService threads =
          Executors.newScheduledThreadPool(
              ANCHORING_THREADS,
              task -> {
                Thread thread = new Thread(task, "huxin-issuing");
                thread.setDaemon(true);
                return thread;
              });
      automatic =
          Optional.of(
              new Automatic(new AutomaticIssuing(issuer(), parts.automatic(), threads), threads));
    }
    return automatic.get().issuing();
  }

  // Verifying.

  /** Whether a licence is genuine and in force now, as {@link Verifier#verify}. */
  public Verdict verify(Bytes document, ProofFile proof) throws IOException {
    return verify(
        Optional.of(ByteSource.of(document)),
        proof,
        VerificationRequest.asOf(parts.clock().instant().truncatedTo(ChronoUnit.SECONDS)));
  }

  /** All that can be asked of a licence, as {@link Verifier#verify}. */
  public Verdict verify(Optional<ByteSource> document, ProofFile proof, VerificationRequest request)
      throws IOException {
    return verifier.verify(document, proof, request);
  }

  /**
   * Verifies without the ledger.
   *
   * @param issuerKey the trusted key of the issuer, under its name
   */
  public OfflineVerifier offline(NamedKey issuerKey) {
    return new OfflineVerifier(parts.ledgerId(), issuerKey, parts.sealTrust());
  }

  // Status.

  /** Changes the status of licences, and declares batches void. */
  public LicenceStatuses statuses() {
    return new LicenceStatuses(ledger, identity(), parts.clock());
  }

  // Consent and use.

  /** The window that asks holders for consent. */
  public ConsentDesk consent() {
    return new ConsentDesk(identity(), businesses(), ledger, parts.clock());
  }

  /**
   * Records uses of licences.
   *
   * @param accepting where licences are accepted: a division of the authority's own city
   */
  public UseRecorder uses(DivisionCode accepting) {
    return new UseRecorder(
        identity(), businesses(), accepting, ledger, parts.clock(), parts.random());
  }

  /** 免证办: which materials of a service need not be handed in. */
  public CertificateFree certificateFree() {
    return new CertificateFree(verifier, ledger);
  }

  /** What is asked for on paper all the same, and the check that comes before it. */
  public PaperDesk papers() {
    return new PaperDesk(identity(), businesses(), ledger, parts.clock());
  }

  /** 告知承诺, 容缺受理: promises in the place of materials. */
  public CommitmentDesk commitments() {
    return new CommitmentDesk(identity(), ledger, parts.clock(), parts.random());
  }

  /** Attests holders' keys, and records consent for those who have none. */
  public IdentityProvider identityProvider() {
    return new IdentityProvider(identity(), ledger, parts.clock(), parts.random());
  }

  /** What a holder does: grants, withdraws, presents. */
  public Wallet wallet() {
    return new Wallet(parts.ledgerId(), ledger, parts.clock(), parts.random());
  }

  private BusinessSecret businesses() {
    return new BusinessSecret(require(parts.derived("huxin/businesses/1"), "secret"));
  }

  // The outbox, and events.

  /** The statements that wait in the application's database. */
  public Outbox outbox() {
    return new Outbox(database());
  }

  /**
   * Writes a signed statement in the caller's transaction: it goes to the ledger if that commits,
   * and only then.
   *
   * @param connection of the same database, with a transaction under way
   * @param orderingKey statements of one key go in the order in which they were written
   * @return the entry's number
   */
  public long enqueue(Connection connection, String orderingKey, SignedStatement statement) {
    return outbox()
        .write(connection, OutboxEntry.of(orderingKey, statement), parts.clock().instant());
  }

  /**
   * What carries the outbox to the ledger.
   *
   * @param name that no other relay at work has, and that this one has again after a restart
   */
  public OutboxRelay relay(String name) {
    return new OutboxRelay(
        database(), name, ledger, RelayRules.DEFAULT, parts.clock(), parts.random());
  }

  /**
   * Follows the ledger's events from a checkpoint.
   *
   * @param checkpoint where the place of the last one is kept
   */
  public EventFollower events(CheckpointStore checkpoint) {
    if (!(ledger instanceof EventSource source)) {
      throw new IllegalStateException("the ledger's client delivers no events");
    }
    return new EventFollower(
        parts.ledgerId(), source, checkpoint, EVENTS_AGAIN, parts.random(), Pause.SLEEP);
  }

  private DataSource database() {
    return require(parts.database(), "database");
  }

  private static <T> T require(Optional<T> part, String needed) {
    return part.orElseThrow(() -> new IllegalStateException("built without " + needed));
  }

  /** Anchors what waits, then ends all connections. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      automatic.ifPresent(each -> each.issuing().close());
    } finally {
      automatic.ifPresent(each -> each.threads().shutdownNow());
      ledger.close();
    }
  }
}
