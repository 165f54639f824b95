// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.authority.Authority;
import org.huxin.core.id.Uscc;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.check.CheckReport;
import org.huxin.node.check.ReplicaCheck;
import org.huxin.node.process.NodeParticipants;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.process.ValidatingNode;
import org.huxin.node.replay.ContractReplay;
import org.huxin.node.replay.ReplicaLedgerView;
import org.huxin.node.replay.RulesVersions;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.ReplicaView;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of four cities that follow the contract's ledger as it grows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class NodeOnNetworkTest {
  private static final String CHAINCODE = "huxin-followed";
  private static final Duration TIPS = Duration.ofSeconds(1);

  @TempDir static Path folder;

  private CityNetwork network;
  private CityLedger ledger;
  private SampleRegistrations registrations;

  /** The network that the tests run on. */
  abstract CityNetwork network();

  @BeforeAll
  void found() throws Exception {
    network = network();
    ledger = new CityLedger(network, CHAINCODE);
    registrations = new SampleRegistrations(ledger);
    ledger.found();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  private ValidatingNode node(SampleCity city, String name) {
    ChainPin pin =
        new ChainPin(LedgerBlock.read(network.genesis()).headerHash(), CHAINCODE, ledger.id());
    ValidatingNode node =
        ValidatingNode.of(
            new NodeSettings(
                folder.resolve(name), pin, network.profile(ledger.id(), CHAINCODE, city), TIPS));
    node.start();
    return node;
  }

  private static NodeState awaitBlock(ValidatingNode node, long number)
      throws InterruptedException {
    return node.status()
        .await(state -> state.number() >= number || state.phase() != NodePhase.FOLLOWING);
  }

  @Test
  void nodesOfAllCitiesComeToOneStateWhileTheLedgerGrows() throws Exception {
    List<ValidatingNode> nodes = new ArrayList<>();
    try {
      for (SampleCity city : SampleCity.values()) {
        nodes.add(node(city, "live-" + city));
      }
      SignedStatement last = registrations.next();
      for (int i = 0; i < 5; i++) {
        String unused = ledger.submit(SampleCity.ORDOS, last);
        // A repeat is a transaction as well, and writes nothing.
        assertEquals(unused, ledger.submit(SampleCity.ORDOS, last));
        last = registrations.next();
      }
      long number = ledger.height(SampleCity.ORDOS) - 1;
      HashSet<Digest> states = new HashSet<>();
      for (ValidatingNode node : nodes) {
        NodeState state = awaitBlock(node, number);
        assertEquals(NodePhase.FOLLOWING, state.phase(), String.valueOf(state.stop()));
        assertEquals(number, state.number());
        assertEquals(List.of(), node.replica().findings().all());
        states.add(node.replica().stateDigest());
        NodeState current = node.status().await(now -> now.currentAt().isPresent());
        assertEquals(SampleCity.values().length, current.peers().size());
      }
      assertEquals(1, states.size());
      Uscc registered = SampleAuthority.in(SampleCity.ORDOS.code(), 1);
      try (ReplicaView view = nodes.get(2).replica().view()) {
        Optional<Authority> authority =
            new ReplicaLedgerView(view.state(), CHAINCODE).get(Authority.key(registered));
        assertEquals(1, authority.orElseThrow().version());
      }
    } finally {
      nodes.forEach(ValidatingNode::close);
    }
  }

  @Test
  void aReplicaIsExactlyWhatFollowsFromItsBlocks() throws Exception {
    String unused = ledger.submit(SampleCity.ORDOS, registrations.next());
    long number = ledger.height(SampleCity.HOHHOT) - 1;
    try (ValidatingNode node = node(SampleCity.HOHHOT, "checked")) {
      NodeState state = awaitBlock(node, number);
      assertEquals(NodePhase.FOLLOWING, state.phase(), String.valueOf(state.stop()));
      CheckReport report =
          new ReplicaCheck(
                  new ContractReplay(node.replica().pin(), RulesVersions.all()),
                  NodeParticipants.all())
              .check(node.replica(), folder, InstantSource.system());
      assertTrue(report.isSound(), report.toString());
      assertEquals(node.replica().stateDigest(), report.stateDigest());
      Bytes last = node.replica().position().orElseThrow().headerHash();
      assertEquals(Optional.of(last), report.headerHash());
    }
  }
}
