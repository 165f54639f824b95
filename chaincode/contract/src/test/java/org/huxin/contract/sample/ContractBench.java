// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.City;
import org.huxin.core.governance.Limits;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.MembershipTerm;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.holder.Attestation;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.signed.StatementPayload;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A founded ledger in memory with a clock that a test sets. Authorities that a test needs are put
 * on it directly; what is under test goes through the contract. For one thread.
 */
public final class ContractBench {
  /** When the ledger of the tests was founded. */
  public static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");

  /** The ledger of the tests. */
  public static final LedgerId LEDGER =
      new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("the ledger of the tests")));

  /** The limits of the tests' ledger: those of the design. */
  public static final Limits LIMITS =
      new Limits(
          300, 604_800, 2_592_000, 432_000, 1_296_000, 1_296_000, 2_592_000, 31_536_000, 200, 16);

  /** Who is told of each call that was not refused. */
  private static BiConsumer<String, Outcome> observer = (name, outcome) -> {};

  /** Who is told of what each call read, also if it was refused. */
  private static BiConsumer<String, Set<String>> readObserver = (name, kinds) -> {};

  private final ObservedContract contract;
  private final MemoryLedger ledger;
  private Instant now;

  private ContractBench(ObservedContract contract, MemoryLedger ledger, Instant now) {
    this.contract = contract;
    this.ledger = ledger;
    this.now = now;
  }

  /** Tells somebody of each call of any bench that is not refused. */
  public static void observe(BiConsumer<String, Outcome> told) {
    observer = told;
  }

  /** Tells somebody of which kinds each call of any bench reads entities. */
  public static void observeReads(BiConsumer<String, Set<String>> told) {
    readObserver = told;
  }

  /** The four cities with their governors, a month after they were founded. */
  public static ContractBench founded() {
    ContractBench bench = empty();
    bench.ledger.put(
        Membership.key(),
        new Membership(
            LIMITS,
            Arrays.stream(SampleCity.values()).map(SampleCity::member).toList(),
            founding()));
    for (SampleCity city : SampleCity.values()) {
      bench.ledger.put(
          City.key(city.code()),
          new City(
              city.code(),
              city.divisions(),
              List.of(),
              List.of(MembershipTerm.begin(FOUNDED)),
              founding()));
      bench.register(city.governor(), city.code(), Optional.empty(), Role.GOVERNOR);
    }
    return bench;
  }

  /** A ledger that nobody has founded. */
  public static ContractBench empty() {
    return new ContractBench(
        new ObservedContract(), new MemoryLedger(), FOUNDED.plus(Duration.ofDays(30)));
  }

  /** Another ledger that holds the same, at the same time: where each of many tests begins. */
  public ContractBench copy() {
    return new ContractBench(contract, ledger.copy(), now);
  }

  private static History<Revision> founding() {
    return History.begin(new Revision(FOUNDED, new StatementId(LEDGER.digest())));
  }

  /** The ledger. */
  public MemoryLedger ledger() {
    return ledger;
  }

  /** The time of the next transaction and statement. */
  public Instant now() {
    return now;
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Puts an authority with its first key, in force since the founding, on the ledger. */
  public SampleKey register(
      Uscc uscc, DivisionCode division, Optional<Uscc> superior, Role... roles) {
    SampleKey key = SampleKey.of(uscc, 1);
    List<HeldRole> held = new ArrayList<>();
    for (Role role : roles) {
      held.add(new HeldRole(role, FOUNDED, Optional.empty(), FOUNDED, Optional.empty()));
    }
    HeldKey first =
        new HeldKey(
            1,
            KeyUse.SIGN,
            key.key().publicKey(),
            FOUNDED,
            FOUNDED.plus(Duration.ofDays(3650)),
            FOUNDED,
            List.of());
    ledger.put(
        Authority.key(uscc),
        new Authority(
            uscc,
            new Name("示例机构"),
            division,
            superior,
            held,
            List.of(first),
            Optional.empty(),
            List.of(),
            List.of(),
            founding()));
    return key;
  }

  /** Gives an authority a second key and says since when its first one was compromised. */
  public SampleKey compromise(Uscc uscc, Instant since) {
    Authority before = get(Authority.key(uscc));
    HeldKey first = before.keys().get(0);
    SampleKey second = SampleKey.of(uscc, 2);
    KeyRetirement retirement = new KeyRetirement(now, Optional.of(since), now);
    List<HeldKey> keys =
        List.of(
            new HeldKey(
                1,
                first.use(),
                first.key(),
                first.notBefore(),
                first.notAfter(),
                first.addedAt(),
                List.of(retirement)),
            new HeldKey(
                2,
                KeyUse.SIGN,
                second.key().publicKey(),
                FOUNDED,
                first.notAfter(),
                now,
                List.of()));
    ledger.put(
        Authority.key(uscc),
        new Authority(
            uscc,
            before.name(),
            before.division(),
            before.superior(),
            before.roles(),
            keys,
            before.trailKey(),
            before.endpoints(),
            before.undone(),
            before.history()));
    return second;
  }

  /** An entity that must be on the ledger. */
  public <T extends Entity> T get(EntityKey<T> key) {
    return ledger.get(key).orElseThrow(() -> new AssertionError("nothing under " + key));
  }

  /** Signs a statement that replaces nothing, now. */
  public SignedStatement sign(SampleKey key, Statement statement) {
    return key.sign(StatementHead.of(LEDGER, now), statement);
  }

  /** Signs a statement that replaces a version, now. */
  public SignedStatement sign(SampleKey key, int replaces, Statement statement) {
    return key.sign(new StatementHead(LEDGER, now, Optional.of(replaces)), statement);
  }

  /** An identity provider's attestation of a holder's key, in force for a year. */
  public Jws attest(SampleKey provider, SampleKey holder, SubjectCommitment subject) {
    return attest(
        provider,
        new Attestation(
            LEDGER,
            now,
            holder.key().publicKey(),
            AssuranceLevel.HIGH,
            subject,
            now,
            now.plus(Duration.ofDays(365)),
            Optional.empty(),
            Optional.empty()));
  }

  /** An identity provider's attestation. */
  public Jws attest(SampleKey provider, Attestation attestation) {
    return Jws.sign(
        provider.signer(),
        provider.id(),
        FactKind.ATTESTATION.type(),
        Attestation.CODEC.encode(attestation));
  }

  /** Calls the contract as a client of a city and commits what it accepts. */
  public Outcome call(MspId carrier, String name, List<String> arguments) {
    ledger.takeKinds();
    Outcome outcome;
    try {
      outcome =
          contract.execute(name, arguments, ledger, new TransactionContext(now, carrier, LEDGER));
    } finally {
      readObserver.accept(name, ledger.takeKinds());
    }
    if (outcome instanceof Outcome.Accepted accepted) {
      ledger.apply(accepted);
    }
    observer.accept(name, outcome);
    return outcome;
  }

  /** Carries a statement in through a city, with what goes with it; it must be accepted as new. */
  public Outcome.Accepted accept(SampleCity carrier, SignedStatement statement, Jws... more) {
    Outcome.Accepted accepted = carry(carrier, statement, more);
    assertTrue(!accepted.isRepeat(), "a repeat");
    return accepted;
  }

  /** Carries a statement in again: nothing may be written. */
  public void repeat(SampleCity carrier, SignedStatement statement, Jws... more) {
    Outcome.Accepted accepted = carry(carrier, statement, more);
    assertTrue(accepted.isRepeat(), "not a repeat");
    assertEquals(Optional.empty(), accepted.event());
  }

  /** Carries a statement in that must be refused with one of the codes that its operation lists. */
  public LedgerRefusedException refuse(
      LedgerRefusal code, SampleCity carrier, SignedStatement statement, Jws... more) {
    LedgerRefusedException refused =
        assertThrows(LedgerRefusedException.class, () -> carry(carrier, statement, more));
    assertEquals(code, refused.code(), refused.getMessage());
    requireListed(code, OperationNames.of(statement.statement().operation()));
    return refused;
  }

  /**
   * Carries a statement in, whatever becomes of it.
   *
   * @return the code with which it is refused, one that its operation lists; empty if it is
   *     accepted as new
   */
  public Optional<LedgerRefusal> attempt(
      SampleCity carrier, SignedStatement statement, Jws... more) {
    try {
      var unused = accept(carrier, statement, more);
      return Optional.empty();
    } catch (LedgerRefusedException refused) {
      requireListed(refused.code(), OperationNames.of(statement.statement().operation()));
      return Optional.of(refused.code());
    }
  }

  private void requireListed(LedgerRefusal code, String name) {
    assertTrue(
        contract.table().find(name).orElseThrow().refusals().contains(code),
        () -> name + " does not list " + code);
  }

  /** One JWS of each signer over one joint statement, signed now. */
  public List<String> signJointly(int replaces, Statement statement, SampleKey... signers) {
    StatementPayload payload =
        new StatementPayload(new StatementHead(LEDGER, now, Optional.of(replaces)), statement);
    return Arrays.stream(signers)
        .map(
            key ->
                Jws.sign(key.signer(), key.id(), statement.operation().type(), payload.toJson())
                    .text())
        .toList();
  }

  /** Carries a joint statement in; it must be accepted as new. */
  public Outcome.Accepted acceptJointly(int replaces, Statement statement, SampleKey... signers) {
    Outcome.Accepted accepted =
        (Outcome.Accepted)
            call(
                SampleCity.ORDOS.msp(),
                OperationNames.of(statement.operation()),
                signJointly(replaces, statement, signers));
    assertTrue(!accepted.isRepeat(), "a repeat");
    return accepted;
  }

  /** Carries a joint statement in that must be refused with a code that its operation lists. */
  public LedgerRefusedException refuseJointly(
      LedgerRefusal code, int replaces, Statement statement, SampleKey... signers) {
    return refuseCall(
        code, OperationNames.of(statement.operation()), signJointly(replaces, statement, signers));
  }

  /** Calls an operation that must refuse with one of the codes that it lists. */
  public LedgerRefusedException refuseCall(
      LedgerRefusal code, String name, List<String> arguments) {
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class, () -> call(SampleCity.ORDOS.msp(), name, arguments));
    assertEquals(code, refused.code(), refused.getMessage());
    requireListed(code, name);
    return refused;
  }

  private Outcome.Accepted carry(SampleCity carrier, SignedStatement statement, Jws... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(statement.jws().text());
    for (Jws each : more) {
      arguments.add(each.text());
    }
    return (Outcome.Accepted)
        call(carrier.msp(), OperationNames.of(statement.statement().operation()), arguments);
  }
}
