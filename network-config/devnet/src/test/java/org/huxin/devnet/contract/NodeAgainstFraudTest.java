// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.signed.SignedStatement;
import org.huxin.devnet.contract.DishonestChaincode.Fraud;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.process.ValidatingNode;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.hyperledger.fabric.client.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All four cities endorse what the rules do not allow, the orderers order it, every peer finds it
 * valid: a node does not accept it, and keeps the proof.
 */
@Timeout(300)
class NodeAgainstFraudTest {
  private static final EmbeddedCityNetwork NETWORK = new EmbeddedCityNetwork();
  private static final Duration TIPS = Duration.ofSeconds(1);

  @TempDir static Path folder;

  @AfterAll
  static void stop() {
    NETWORK.close();
  }

  private static final GenesisConfiguration GENESIS =
      SampleGenesis.of(Arrays.stream(SampleCity.values()).map(SampleGenesis::founding).toList());

  private static Contract contract(EmbeddedCityNetwork network, String chaincode) {
    return Objects.requireNonNull(network.clients().get(SampleCity.ORDOS)).contract(chaincode);
  }

  private static void deploy(
      EmbeddedCityNetwork network, String chaincode, String version, Fraud fraud) {
    network.deploy(
        ChaincodeDeployment.of(
                chaincode,
                () ->
                    new DishonestChaincode(
                        new HuxinChaincode(
                            HuxinContract.create(), GENESIS.ledgerId(), InstantSource.system()),
                        SampleRegistrations.OPERATION,
                        fraud))
            .withVersion(version)
            .withPolicy(
                EndorsementPolicy.outOf(
                    3,
                    Arrays.stream(SampleCity.values()).map(city -> city.msp().text()).toList())));
  }

  private static ValidatingNode node(EmbeddedCityNetwork network, String chaincode) {
    ChainPin pin =
        new ChainPin(
            LedgerBlock.read(network.genesis()).headerHash(), chaincode, GENESIS.ledgerId());
    ValidatingNode node =
        ValidatingNode.of(
            new NodeSettings(
                folder.resolve(chaincode),
                pin,
                network.profile(GENESIS.ledgerId(), chaincode, SampleCity.BAOTOU),
                TIPS));
    node.start();
    return node;
  }

  private static void found(EmbeddedCityNetwork network, String chaincode) throws Exception {
    byte[] unused =
        contract(network, chaincode)
            .submitTransaction(
                "Found", CanonicalJson.text(GenesisConfiguration.CODEC.encode(GENESIS)));
  }

  private static void register(EmbeddedCityNetwork network, String chaincode) throws Exception {
    SignedStatement statement = SampleRegistrations.of(GENESIS.ledgerId(), 1);
    byte[] unused =
        contract(network, chaincode)
            .submitTransaction(SampleRegistrations.OPERATION, statement.jws().text());
  }

  private static Finding awaitFinding(ValidatingNode node) throws InterruptedException {
    NodeState state = node.status().await(now -> now.phase() != NodePhase.FOLLOWING);
    assertEquals(NodePhase.STOPPED, state.phase());
    Finding finding = state.stop().orElseThrow();
    assertEquals(state.number() + 1, finding.block());
    List<LedgerBlock> evidence = node.replica().findings().evidence(0);
    assertEquals(finding.block(), evidence.get(0).number());
    return finding;
  }

  @ParameterizedTest
  @CsvSource({
    "WRITES_MORE, writes",
    "WRITES_ANOTHER_VALUE, writes",
    "WRITES_LESS, writes",
    "DELETES, namespace",
    "CHANGES_A_POLICY, namespace",
    "ANNOUNCES_ANOTHER_EVENT, event",
    "ANSWERS_SOMETHING_ELSE, result",
    "WRITES_WHAT_IS_REFUSED, refusal"
  })
  void whatTheRulesDoNotAllowIsFoundThoughAllCitiesEndorsedIt(Fraud fraud, String part)
      throws Exception {
    String chaincode = "fraud-" + fraud.name().toLowerCase(Locale.ROOT).replace('_', '-');
    deploy(NETWORK, chaincode, "1.0", fraud);
    if (fraud != Fraud.WRITES_WHAT_IS_REFUSED) {
      found(NETWORK, chaincode);
    }
    try (ValidatingNode node = node(NETWORK, chaincode)) {
      register(NETWORK, chaincode);
      Finding finding = awaitFinding(node);
      assertEquals(FindingCode.CONTRACT_RULE_VIOLATED, finding.code());
      assertEquals(part, finding.evidence().get("part"), finding.toString());
      assertTrue(
          NETWORK.network().height() > finding.block(), "the network itself has accepted it");
      assertTrue(finding.evidence().get("transaction").matches("[0-9a-f]{64}"));
    }
  }

  @Test
  void rulesOfAnUnknownVersionAreNoViolation() throws Exception {
    deploy(NETWORK, "fraud-version", "9.9", Fraud.NOTHING);
    try (ValidatingNode node = node(NETWORK, "fraud-version")) {
      found(NETWORK, "fraud-version");
      Finding finding = awaitFinding(node);
      assertEquals(FindingCode.RULES_NOT_KNOWN, finding.code());
      assertEquals("9.9", finding.evidence().get("found"));
    }
  }

  @Test
  void aPeerThatShowsASignedForkIsFoundOut() throws Exception {
    try (EmbeddedCityNetwork network = new EmbeddedCityNetwork()) {
      deploy(network, "fraud-fork", "1.0", Fraud.NOTHING);
      awaitFork(network);
    }
  }

  private static void awaitFork(EmbeddedCityNetwork network) throws Exception {
    found(network, "fraud-fork");
    long number = network.network().height() - 1;
    network.network().faults().forkBlock(SampleCity.HOHHOT.msp().text(), number);
    try (ValidatingNode node = node(network, "fraud-fork")) {
      NodeState state = node.status().await(now -> now.phase() != NodePhase.FOLLOWING);
      Finding finding = state.stop().orElseThrow();
      // Of the two blocks the node holds the one that it was shown first.
      assertEquals(FindingCode.CHAIN_FORKED, finding.code());
      assertEquals(number, finding.block());
      List<LedgerBlock> both = node.replica().findings().evidence(0);
      assertEquals(2, both.size());
      assertEquals(both.get(0).number(), both.get(1).number());
      assertEquals(
          both.get(0).block().getHeader().getPreviousHash(),
          both.get(1).block().getHeader().getPreviousHash());
    }
  }
}
