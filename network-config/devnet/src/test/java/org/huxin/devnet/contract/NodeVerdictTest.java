// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.Usage;
import org.huxin.core.governance.City;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.receipt.Receipt;
import org.huxin.core.receipt.ReceiptKind;
import org.huxin.core.receipt.UsagePosition;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.Question;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.process.ValidatingNode;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.status.NodeState;
import org.huxin.node.status.NodeStatus;
import org.huxin.node.verdict.HotLedger;
import org.huxin.node.verdict.ReceiptWriter;
import org.huxin.node.verdict.VerdictService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a node answers from its replica, beside what a peer answers. */
@Timeout(300)
class NodeVerdictTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final EmbeddedCityNetwork NETWORK = new EmbeddedCityNetwork();
  private static final CityLedger LEDGER =
      new CityLedger(
          NETWORK,
          "huxin",
          SampleCatalogue.type(SampleCatalogue.BUSINESS_LICENCE, 1, false, ContractBench.FOUNDED));

  @TempDir static Path folder;

  private static Optional<ValidatingNode> running = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    LEDGER.found();
    ChainPin pin =
        new ChainPin(LedgerBlock.read(NETWORK.genesis()).headerHash(), "huxin", LEDGER.id());
    ValidatingNode node =
        ValidatingNode.of(
            new NodeSettings(
                folder.resolve("replica"),
                pin,
                NETWORK.profile(LEDGER.id(), "huxin", SampleCity.HOHHOT),
                Duration.ofSeconds(1)));
    node.start();
    running = Optional.of(node);
  }

  @AfterAll
  static void stop() {
    running.ifPresent(ValidatingNode::close);
    LEDGER.close();
  }

  private static ValidatingNode node() {
    return running.orElseThrow();
  }

  private static HotLedger hot() {
    return new HotLedger(node().replica());
  }

  private static VerdictService service(HotLedger ledger, NodeStatus status) {
    return new VerdictService(ledger, LEDGER.id(), status, InstantSource.system());
  }

  private static Question question(Optional<Integer> greatestAge) {
    ProofFile proof = new SampleLicence(SignatureSuite.SM).proof();
    return new Question(
        proof.record(),
        proof.batchId(),
        proof.inclusion(),
        Optional.empty(),
        Optional.empty(),
        CityLedger.now(),
        Optional.empty(),
        greatestAge);
  }

  private static NodeState awaitAllBlocks() throws Exception {
    long last = LEDGER.height(SampleCity.HOHHOT) - 1;
    NodeState state =
        node().status().await(now -> now.number() >= last && now.currentAt().isPresent());
    assertEquals(Optional.empty(), state.stop());
    return state;
  }

  @Test
  void aNodeAnswersWhatAPeerAnswersAndKnowsItsAge() throws Exception {
    NodeState unused = awaitAllBlocks();
    Question question = question(Optional.of(3600));
    Verdict ofPeer =
        Verdict.CODEC.fromBytes(
            Bytes.utf8(
                LEDGER.evaluate(
                    SampleCity.ORDOS,
                    "Verify",
                    CanonicalJson.text(Question.CODEC.encode(question)))),
            JsonLimits.FILE);
    try (HotLedger hot = hot()) {
      Verdict ofNode = service(hot, node().status()).verify(question).verdict();
      for (Aspect aspect : Aspect.values()) {
        if (aspect != Aspect.FRESHNESS) {
          assertEquals(ofPeer.of(aspect), ofNode.of(aspect));
        }
      }
      assertEquals(Outcome.UNKNOWN, ofPeer.of(Aspect.FRESHNESS).outcome());
      assertEquals(Outcome.OK, ofNode.of(Aspect.FRESHNESS).outcome());
    }
  }

  @Test
  void aNodeThatStoppedDoesNotKnowItsAge() {
    NodeStatus status = new NodeStatus();
    status.current(Instant.now());
    try (HotLedger hot = hot()) {
      VerdictService service = service(hot, status);
      Question question = question(Optional.of(3600));
      assertEquals(Outcome.OK, service.verify(question).verdict().of(Aspect.FRESHNESS).outcome());
      status.stopped(
          Optional.of(Finding.of(FindingCode.CHAIN_FORKED, 3, "a peer", Instant.now(), Map.of())));
      assertEquals(
          Outcome.UNKNOWN, service.verify(question).verdict().of(Aspect.FRESHNESS).outcome());
    }
  }

  @Test
  void whatIsKeptDecodedIsDecodedAnewOnceItChanges() throws Exception {
    NodeState before = awaitAllBlocks();
    try (HotLedger hot = hot()) {
      int version = version(hot, before.number());
      assertEquals(version, version(hot, before.number()));
      String unused =
          LEDGER.submit(
              SampleCity.BAOTOU,
              LEDGER.sign(
                  SampleCity.BAOTOU.governorKey(),
                  Optional.of(version),
                  new UpdateDivisions(SampleCity.BAOTOU.code(), List.of(), List.of())));
      NodeState after = awaitAllBlocks();
      assertNotEquals(before.number(), after.number());
      assertEquals(version + 1, version(hot, after.number()));
    }
  }

  private static int version(HotLedger hot, long atLeast) {
    return hot.ask(
        (ledger, block) -> {
          assertTrue(block >= atLeast);
          return ledger.get(City.key(SampleCity.BAOTOU.code())).orElseThrow().version();
        });
  }

  @Test
  void receiptsNameVerdictPlaceAndUse() throws Exception {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    KeyId id = SampleCity.HOHHOT.governorKey().id();
    NamedKey named = new NamedKey(id, key.publicKey());
    ReceiptWriter writer =
        new ReceiptWriter(node().replica(), key.signer(RANDOM), id, InstantSource.system());
    SignedStatement usage = SharedGrant.usages(LEDGER, List.of(SampleCity.ORDOS)).get(0);
    RecordUsage recorded = (RecordUsage) usage.statement();
    var usageKey =
        Usage.key(recorded.grantee(), recorded.item(), recorded.business(), recorded.number());
    NodeState unused = awaitAllBlocks();
    Question question = question(Optional.empty());
    try (HotLedger hot = hot()) {
      VerdictService.Answered answered = service(hot, node().status()).verify(question);
      Receipt preview = verified(writer.preview(question, answered), named);
      assertEquals(ReceiptKind.PREVIEW, preview.kind());
      assertEquals(answered.verdict().digest(), preview.verdict());
      assertEquals(
          node().replica().block(preview.block()).orElseThrow().headerHash(),
          preview.header().value());
      assertEquals(Optional.empty(), writer.used(question, answered, usageKey));

      String result = LEDGER.submit(SampleCity.ORDOS, usage);
      assertTrue(result.contains(usage.id().toString()));
      NodeState after = awaitAllBlocks();
      Receipt used = verified(writer.used(question, answered, usageKey).orElseThrow(), named);
      assertEquals(ReceiptKind.USED, used.kind());
      UsagePosition position = used.usage().orElseThrow();
      assertEquals(usage.id(), position.statement());
      assertTrue(position.block() <= after.number());
      assertEquals(preview.verdict(), used.verdict());
    }
  }

  private static Receipt verified(SignedFact<Receipt> receipt, NamedKey key) {
    return Receipt.verify(receipt.jws(), LEDGER.id(), key);
  }
}
