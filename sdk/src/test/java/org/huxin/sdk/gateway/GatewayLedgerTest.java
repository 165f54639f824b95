// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.huxin.core.id.LedgerId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.gateway.FakeLedger.Delivery;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.ledger.TransactionInvalidException;
import org.huxin.sdk.profile.Deadlines;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.profile.ProfileSigner;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of statements when peers and orderers fail, in front of gateways that do as told.
 */
class GatewayLedgerTest {
  private static final int MOST = 4;

  private final FakeLedger ledger = new FakeLedger();
  private final FakePeer first = new FakePeer(ledger);
  private final FakePeer second = new FakePeer(ledger);
  private final List<Duration> pauses = new ArrayList<>();
  private GatewayLedger client = client(Duration.ofSeconds(30), Duration.ofSeconds(5));

  private GatewayLedger client(Duration outcome, Duration submit) {
    Instant now = Instant.now();
    Deadlines deadlines =
        new Deadlines(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            submit,
            Duration.ofMillis(200),
            outcome,
            Duration.ofMinutes(1));
    Profile profile =
        Profile.builder(
                new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("ledger"))),
                SampleIdentity.of(now, now.plus(Duration.ofDays(1))))
            .peer(first.address())
            .peer(second.address())
            .deadlines(deadlines)
            .build();
    return GatewayLedger.of(
        profile,
        ProfileSigner.of(profile, new java.security.SecureRandom()),
        new SubmitRules(MOST, new Backoff(Duration.ofMillis(1), Duration.ofMillis(4))),
        new Random(7),
        pauses::add);
  }

  @BeforeEach
  void warmUp() {
    assertEquals("{\"asked\":\"x\"}", text(client.evaluate("Ask", List.of("x"))));
  }

  @AfterEach
  void stop() {
    client.close();
    first.close();
    second.close();
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Committed submit(String statement) {
    return client.submit("Say", List.of(statement));
  }

  @Test
  void anAcceptedStatementHasItsKeysAndItsBlock() {
    Committed committed = submit("a");
    assertEquals(FakeLedger.id("a"), committed.statement());
    assertEquals(List.of("sample/a"), committed.keys());
    assertEquals(ledger.statements(), List.of(committed.transactionId()));
    assertEquals(1, committed.block());
  }

  @Test
  void aRefusalIsReadOutOfTheDetailsOfTheFailure() {
    ledger.refuse("a", LedgerRefusedException.of(LedgerRefusal.STALE_VERSION, "current", 3));
    LedgerRefusedException submitted =
        assertThrows(LedgerRefusedException.class, () -> submit("a"));
    assertEquals(LedgerRefusal.STALE_VERSION, submitted.code());
    assertEquals("3", submitted.evidence().get("current"));
    LedgerRefusedException asked =
        assertThrows(LedgerRefusedException.class, () -> client.evaluate("Ask", List.of("a")));
    assertEquals(LedgerRefusal.STALE_VERSION, asked.code());
    assertTrue(ledger.envelopes().isEmpty());
  }

  @Test
  void ifOnePeerIsGoneTheNextOneIsAsked() {
    first.close();
    assertEquals("{\"asked\":\"b\"}", text(client.evaluate("Ask", List.of("b"))));
    submit("b");
    second.close();
    first.reopen();
    while (ledger.statements().size() < 2) {
      try {
        submit("c");
      } catch (LedgerUnavailableException e) {
        // The connection to the one that is back is on its way.
        assertEquals(1, ledger.statements().size());
      }
    }
  }

  @Test
  void ifAPeersOwnChaincodeIsGoneTheNextPeerIsAsked() {
    first.loseChaincode();
    assertEquals("{\"asked\":\"b\"}", text(client.evaluate("Ask", List.of("b"))));
    submit("b");
    assertEquals(1, ledger.statements().size());
    second.loseChaincode();
    LedgerUnavailableException nobody =
        assertThrows(LedgerUnavailableException.class, () -> submit("c"));
    assertTrue(String.valueOf(nobody.getMessage()).endsWith("ABORTED"));
  }

  @Test
  void ifNoPeerIsThereNothingWasSent() {
    first.close();
    second.close();
    assertThrows(LedgerUnavailableException.class, () -> client.evaluate("Ask", List.of("a")));
    assertThrows(LedgerUnavailableException.class, () -> submit("a"));
    assertTrue(ledger.envelopes().isEmpty());
  }

  @Test
  void whatAGatewayRefusesGoesToTheNextOne() {
    ledger.deliver(Delivery.REFUSED_BY_GATEWAY);
    submit("a");
    assertEquals(2, ledger.envelopes().size());
    ledger.deliver(Delivery.REFUSED_BY_GATEWAY, Delivery.REFUSED_BY_GATEWAY);
    assertThrows(LedgerUnavailableException.class, () -> submit("b"));
    assertEquals(1, ledger.statements().size());
  }

  @Test
  void aLostAnswerIsNoFailure() {
    ledger.deliver(Delivery.ANSWER_LOST);
    Committed committed = submit("a");
    assertEquals(List.of(committed.transactionId()), ledger.statements());
    assertEquals(1, ledger.envelopes().size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Delivery.class,
      names = {"LOST", "SILENT"})
  void aLostEnvelopeIsSentAgainByteForByte(Delivery lost) {
    client.close();
    client = client(Duration.ofSeconds(30), Duration.ofMillis(300));
    ledger.deliver(lost, Delivery.LOST, Delivery.TAKEN);
    Committed committed = submit("a");
    assertEquals(List.of(committed.transactionId()), ledger.statements());
    assertEquals(List.of(committed.transactionId()), ledger.endorsed());
    assertEquals(1, new HashSet<>(ledger.envelopes()).size());
    assertFalse(ledger.envelopes().get(0).getSignature().isEmpty());
  }

  @Test
  void whatStaysUnknownIsSaidWithItsTransactionAndNeverMadeAnew() {
    client.close();
    client = client(Duration.ofMillis(600), Duration.ofSeconds(5));
    for (int i = 0; i < 100; i++) {
      ledger.deliver(Delivery.LOST);
    }
    OutcomeUnknownException unknown =
        assertThrows(OutcomeUnknownException.class, () -> submit("a"));
    assertEquals(List.of(unknown.transactionId()), ledger.endorsed());
    assertEquals(1, new HashSet<>(ledger.envelopes()).size());
    assertTrue(ledger.statements().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = TxValidationCode.class,
      names = {"MVCC_READ_CONFLICT", "PHANTOM_READ_CONFLICT", "DUPLICATE_TXID"})
  void aConflictIsEndorsedAnewAfterAPause(TxValidationCode conflict) {
    ledger.judge(conflict, conflict);
    Committed committed = submit("a");
    assertEquals(3, ledger.endorsed().size());
    assertEquals(List.of(committed.transactionId()), ledger.statements());
    assertEquals(2, pauses.size());
    assertTrue(pauses.get(0).toMillis() >= 1 && pauses.get(0).toMillis() <= 1);
    assertTrue(pauses.get(1).toMillis() <= 2);
  }

  @Test
  void conflictsWithoutEndAreReported() {
    for (int i = 0; i < MOST; i++) {
      ledger.judge(TxValidationCode.MVCC_READ_CONFLICT);
    }
    TransactionInvalidException invalid =
        assertThrows(TransactionInvalidException.class, () -> submit("a"));
    assertEquals(11, invalid.code());
    assertEquals(MOST, ledger.endorsed().size());
    assertEquals(ledger.endorsed().get(MOST - 1), invalid.transactionId());
  }

  @Test
  void endorsersThatLagAreAskedAgainAfterAPause() {
    ledger.disagree(3);
    submit("a");
    assertEquals(1, pauses.size());
    ledger.disagree(2 * MOST);
    assertThrows(LedgerUnavailableException.class, () -> submit("b"));
    assertEquals(1, ledger.statements().size());
    assertEquals(MOST, pauses.size());
  }

  @Test
  void anyOtherCodeIsFinal() {
    ledger.judge(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    TransactionInvalidException invalid =
        assertThrows(TransactionInvalidException.class, () -> submit("a"));
    assertEquals(10, invalid.code());
    assertEquals(1, ledger.endorsed().size());
    assertTrue(pauses.isEmpty());
  }

  @Test
  void aClosedClientAnswersNothing() {
    client.close();
    assertThrows(LedgerUnavailableException.class, () -> client.evaluate("Ask", List.of("a")));
  }
}
