// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.BatchSource;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/**
 * What licences cost in bytes, with every statement in a transaction and a block of its own, which
 * is the most that it can cost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerBytesOnNetworkTest {
  private static final SampleCity CITY = SampleCity.ORDOS;
  private static final Uscc ISSUER = SampleAuthority.in(CITY.code(), 1);
  private static final int BATCH = 4_096;
  private static final int BATCHES = 10;
  private static final int PER_STATEMENT = 100;

  /** One percent of the licences. */
  private static final int CHANGES = BATCH * BATCHES / 100;

  private static final double BLOCK_BYTES_PER_LICENCE = 2;
  private static final double STATE_BYTES_PER_LICENCE = 0.15;
  private static final double BLOCK_BYTES_WITH_CHANGES = 8;

  /**
   * Where nothing is shared: the statement then has digest, date and reason of a decision for each
   * licence.
   */
  private static final double BLOCK_BYTES_WITH_DECISIONS = 10;

  private CityLedger ledger;
  private SampleKey issuer;
  private List<MeasuredTransaction> batches;

  /** The network that is measured. */
  abstract CityNetwork network();

  @BeforeAll
  void anchor() throws Exception {
    ledger =
        new CityLedger(
            network(),
            "huxin-bytes",
            SampleCatalogue.type(
                SampleCatalogue.BUSINESS_LICENCE, 1, false, ContractBench.FOUNDED));
    ledger.found();
    issuer = Registrations.register(ledger, CITY, ISSUER, Role.ISSUER);
    MeasuredTransaction unused =
        measure(
            CITY.governorKey(),
            new OpenAccreditation(
                ISSUER,
                SampleCatalogue.BUSINESS_LICENCE,
                CITY.district(),
                CityLedger.now(),
                Optional.empty(),
                digest("basis"),
                List.of(),
                Optional.empty()));
    batches = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      batches.add(measure(issuer, batch(i)));
    }
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  private static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }

  private static AnchorBatch batch(int number) {
    Digest root = digest("root of batch " + number);
    return new AnchorBatch(
        ISSUER,
        SampleCatalogue.BUSINESS_LICENCE,
        1,
        CITY.district(),
        SignatureSuite.ED25519,
        root,
        BATCH,
        TrustLevel.A,
        true,
        Optional.of(new BatchSource(root, 100_000, BATCH + 4, 4)),
        List.of(),
        List.of());
  }

  private MeasuredTransaction measure(SampleKey signer, Statement statement) throws Exception {
    SubmittedTransaction committed =
        ledger.commit(CITY, ledger.sign(signer, Optional.empty(), statement));
    return MeasuredTransaction.of(
        ledger.block(CITY, committed.getTransactionId()), ledger.chaincode());
  }

  private static double perLicence(int bytes) {
    return (double) bytes / (BATCH * BATCHES);
  }

  private int blocks(List<MeasuredTransaction> transactions) {
    return transactions.stream().mapToInt(MeasuredTransaction::block).sum();
  }

  private static int state(List<MeasuredTransaction> transactions) {
    return transactions.stream().mapToInt(MeasuredTransaction::state).sum();
  }

  private static void report(TestReporter reporter, String what, double bytes) {
    reporter.publishEntry(what, String.format(Locale.ROOT, "%.3f bytes", bytes));
  }

  private static void requireAtMost(double limit, double measured) {
    assertTrue(measured <= limit, () -> measured + " bytes, and not at most " + limit);
  }

  @Test
  void aLicenceOfABatchCostsAtMostTwoBytesInBlocksAndAHundredAndFiftyForAThousandInState(
      TestReporter reporter) {
    assertEquals(
        BATCHES,
        batches.stream().flatMap(each -> each.written().keySet().stream()).distinct().count());
    double blocks = perLicence(blocks(batches));
    double state = perLicence(state(batches));
    report(reporter, "blocks per licence", blocks);
    report(reporter, "state per licence", state);
    requireAtMost(BLOCK_BYTES_PER_LICENCE, blocks);
    requireAtMost(STATE_BYTES_PER_LICENCE, state);
  }

  @Test
  void withOnePercentOfChangesByOneDecisionALicenceCostsAtMostEightBytesInBlocks(
      TestReporter reporter) throws Exception {
    requireAtMost(
        BLOCK_BYTES_WITH_CHANGES,
        withChanges(reporter, "by one decision", each -> List.of(decision(each))));
  }

  @Test
  void withOnePercentOfChangesByADecisionEachALicenceCostsAtMostTenBytesInBlocks(
      TestReporter reporter) throws Exception {
    requireAtMost(
        BLOCK_BYTES_WITH_DECISIONS,
        withChanges(
            reporter,
            "by a decision each",
            each -> each.stream().map(key -> decision(List.of(key))).toList()));
  }

  private double withChanges(
      TestReporter reporter, String name, Function<List<AnchorKey>, List<StatusDecision>> decisions)
      throws Exception {
    List<AnchorKey> changed =
        IntStream.range(0, CHANGES)
            .mapToObj(i -> new AnchorKey(digest("licence " + i + " " + name)))
            .toList();
    List<MeasuredTransaction> changes = new ArrayList<>();
    for (int from = 0; from < CHANGES; from += PER_STATEMENT) {
      List<AnchorKey> some = changed.subList(from, Math.min(from + PER_STATEMENT, CHANGES));
      MeasuredTransaction measured =
          measure(
              issuer,
              new ChangeLicenceStatus(
                  ISSUER,
                  SampleCatalogue.BUSINESS_LICENCE,
                  CITY.district(),
                  decisions.apply(some)));
      assertEquals(some.size(), measured.written().size());
      changes.add(measured);
    }
    double blocks = perLicence(blocks(batches) + blocks(changes));
    report(reporter, "blocks per licence with changes " + name, blocks);
    report(reporter, "blocks per change " + name, (double) blocks(changes) / CHANGES);
    report(reporter, "state per change " + name, (double) state(changes) / CHANGES);
    return blocks;
  }

  private static StatusDecision decision(List<AnchorKey> licences) {
    Instant now = CityLedger.now();
    return new StatusDecision(
        StatusAction.CANCEL,
        now,
        new Code("APPLIED_FOR"),
        digest("decision on " + licences.get(0)),
        Optional.empty(),
        Optional.empty(),
        licences.stream()
            .map(key -> new DecidedLicence(key, Optional.empty(), Optional.empty()))
            .toList());
  }
}
