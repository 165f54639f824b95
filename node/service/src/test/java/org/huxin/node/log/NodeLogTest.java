// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.log.DerivedState;
import org.huxin.core.log.LogLeaf;
import org.huxin.core.log.SampleCities;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.core.merkle.TilePath;
import org.huxin.core.statemap.MapRefusedException;
import org.huxin.core.statemap.StateMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.RecordedPeer;
import org.huxin.node.replica.Replica;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeLogTest {
  private static final long NEVER = Long.MAX_VALUE;
  private static final String LAST_KEY = new String(Character.toChars(Character.MAX_CODE_POINT));

  @TempDir private Path folder;

  private static SampleNode node() {
    return new SampleNode(SampleCities.CITIES.get(0));
  }

  @Test
  void fourNodesDeriveTheSameLogAndMapRoots() {
    List<DerivedState> states =
        SampleCities.CITIES.stream()
            .map(city -> new SampleNode(city).follow(40, NEVER).log.last().orElseThrow())
            .distinct()
            .toList();

    assertEquals(1, states.size());
    assertEquals(39, states.get(0).block());
  }

  @Test
  void whatOnlyPublishesACheckpointIsNoEntryAndNoKeyOfTheMap() {
    NodeLog log = node().follow(10, NEVER).log;
    DerivedState last = log.last().orElseThrow();

    assertEquals(8, last.size());
    for (long index = 0; index < 8; index++) {
      LogLeaf leaf = LogLeaf.CODEC.fromBytes(log.entry(index).orElseThrow(), JsonLimits.STATEMENT);
      assertEquals(index + 2, leaf.block());
      assertEquals(0, leaf.transaction());
    }
    StateMap map = log.map(9).orElseThrow();
    String key = org.huxin.core.checkpoint.Checkpoint.key(SampleCities.CITIES.get(0)).stored();
    map.prove(key).verifyAbsent(key, last.mapRoot());
  }

  @Test
  void aLogWithoutEntriesHasNoCheckpoint() {
    SampleNode node = node().follow(2, NEVER);

    assertEquals(Optional.empty(), node.log.last());
    assertEquals(Optional.empty(), node.desk.round(List.of()));
  }

  @Test
  void entriesAreProvenInEveryLaterTree() {
    NodeLog log = node().follow(30, NEVER).log;
    DerivedState older = log.at(9).orElseThrow();
    DerivedState newer = log.last().orElseThrow();

    log.tree(newer.size()).consistencyProof(older.size()).verify(older.root(), newer.root());
    log.tree(newer.size()).inclusionProof(5).verify(log.entry(5).orElseThrow(), newer.root());
  }

  @Test
  void tilesAreServedAsWideAsTheyWereAskedFor() {
    NodeLog log = node().follow(30, NEVER).log;

    assertEquals(5 * 32, log.tile(new TilePath(0, 0, 5)).orElseThrow().length());
    assertEquals(Optional.empty(), log.tile(new TilePath(0, 0, 29)));
    assertEquals(Optional.empty(), log.tile(new TilePath(1, 0, 1)));
  }

  @Test
  void mapsOfOldBlocksCanNoLongerProveWhatChangedSince() {
    long blocks = LogParticipant.KEPT_MAPS + 20;
    NodeLog log = node().follow(blocks, NEVER).log;
    String key = "\u0000key\u00001\u0000";

    StateMap kept = log.map(blocks - LogParticipant.KEPT_MAPS).orElseThrow();
    kept.prove(key).verifyPresent(key, value(kept, key, blocks), kept.root());
    StateMap old = log.map(10).orElseThrow();
    assertThrows(MapRefusedException.class, () -> old.prove(key));
  }

  private static Bytes value(StateMap map, String key, long blocks) {
    for (long block = 0; block < blocks; block++) {
      Bytes value = Bytes.utf8("true value of " + block);
      try {
        map.prove(key).verifyPresent(key, value, map.root());
        return value;
      } catch (MapRefusedException e) {
        // another block's
      }
    }
    throw new AssertionError("no value");
  }

  @Test
  void aRecordedChainsLogAndMapAreThoseOfItsStateAndOutliveARestart() {
    List<Block> chain = GoldenLedger.blocks("ordos");
    Bytes genesis = new LedgerBlock(chain.get(0)).headerHash();
    LogParticipant participant = new LogParticipant();
    DerivedState last;
    try (Replica replica = open(genesis, participant)) {
      LedgerReplay replay = LedgerReplay.begin(new LedgerBlock(chain.get(0)), genesis, replica);
      for (int number = 1; number < 30; number++) {
        assertEquals(number, replay.next(new LedgerBlock(chain.get(number))).number());
      }
      last = new NodeLog(replica.keysOf(participant)).last().orElseThrow();
      assertEquals(29, last.block());
      assertEquals(mapOf(replica), last.mapRoot());
      assertEquals(
          replica.position().orElseThrow().commitHash(), Optional.of(last.commitHash().value()));
    }
    try (Replica replica = open(genesis, participant)) {
      NodeLog log = new NodeLog(replica.keysOf(participant));
      assertEquals(Optional.of(last), log.last());
      List<Bytes> entries = new ArrayList<>();
      for (long index = 0; index < last.size(); index++) {
        entries.add(log.entry(index).orElseThrow());
      }
      assertTrue(entries.size() > 10);
      assertEquals(MerkleTree.of(DigestAlgorithm.SHA_256, entries).root(), last.root());
    }
  }

  private Replica open(Bytes genesis, LogParticipant participant) {
    return Replica.open(
        folder, RecordedPeer.pin(genesis), List.of(participant), () -> Long.MAX_VALUE);
  }

  private static org.huxin.crypto.digest.Digest mapOf(Replica replica) {
    Map<String, Optional<Bytes>> all = new HashMap<>();
    Iterator<KeyedEntry> each = replica.state().range(replica.pin().chaincode(), "", LAST_KEY);
    while (each.hasNext()) {
      KeyedEntry entry = each.next();
      all.put(entry.key(), Optional.of(Bytes.of(entry.entry().value().asReadOnlyByteBuffer())));
    }
    return StateMap.empty(key -> Optional.empty()).update(1, all).map().root();
  }
}
