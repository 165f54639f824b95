// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.state.StateDigest;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.fabric.validation.MemoryReplayStore;
import org.huxin.fabric.validation.ReplayStore;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;

/** What holds of every store of a replay, on the recorded chain. */
abstract class ReplayStoreSuite {
  static final List<Block> CHAIN = GoldenLedger.blocks("ordos");
  static final Bytes GENESIS = new LedgerBlock(CHAIN.get(0)).headerHash();

  /** The store under test, empty at first, always the same one in a test. */
  abstract ReplayStore store();

  /** The store as another process would find it. */
  abstract ReplayStore reopened();

  private static LedgerBlock block(int number) {
    return new LedgerBlock(CHAIN.get(number));
  }

  private static void follow(LedgerReplay replay, int from, int to) {
    for (int number = from; number < to; number++) {
      assertEquals(number, replay.next(block(number)).number());
    }
  }

  private static MemoryReplayStore reference(int height) {
    MemoryReplayStore store = new MemoryReplayStore();
    follow(LedgerReplay.begin(block(0), GENESIS, store), 1, height);
    return store;
  }

  private static List<KeyedEntry> entries(Iterator<KeyedEntry> each) {
    List<KeyedEntry> all = new ArrayList<>();
    each.forEachRemaining(all::add);
    return all;
  }

  @Test
  void theRecordedChainEndsAtOneState() {
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, CHAIN.size());
    MemoryReplayStore reference = reference(CHAIN.size());
    assertEquals(StateDigest.of(reference.state()), StateDigest.of(store().state()));
    List<List<Object>> expected = new ArrayList<>();
    reference
        .state()
        .visitValues((namespace, key, entry) -> expected.add(List.of(namespace, key, entry)));
    reference.state().visitHashes((name, key, entry) -> expected.add(List.of(name, key, entry)));
    List<List<Object>> found = new ArrayList<>();
    store()
        .state()
        .visitValues((namespace, key, entry) -> found.add(List.of(namespace, key, entry)));
    store().state().visitHashes((name, key, entry) -> found.add(List.of(name, key, entry)));
    assertEquals(expected, found);
  }

  @Test
  void aReplayGoesOnWhereAnotherEnded() {
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, 60);
    for (int height : new int[] {60, 61, 120, 184, 185, 209}) {
      ReplayStore found = reopened();
      int from = (int) found.position().orElseThrow().number() + 1;
      follow(LedgerReplay.resume(found), from, height + 1);
    }
    follow(LedgerReplay.resume(reopened()), 210, CHAIN.size());
    assertEquals(
        StateDigest.of(reference(CHAIN.size()).state()), StateDigest.of(reopened().state()));
  }

  @Test
  void positionIsThatOfTheLastBlock() {
    assertEquals(Optional.empty(), store().position());
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, 10);
    assertEquals(9, reopened().position().orElseThrow().number());
    assertEquals(block(9).headerHash(), reopened().position().orElseThrow().headerHash());
    assertEquals(
        reference(10).position().orElseThrow().commitHash(),
        reopened().position().orElseThrow().commitHash());
  }

  @Test
  void aBlockThatWasOnlyJudgedLeavesNoTrace() {
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, 40);
    JudgedBlock judged = LedgerReplay.resume(store()).judge(block(40));
    assertFalse(judged.result().transactions().isEmpty());
    assertEquals(39, store().position().orElseThrow().number());
    assertEquals(StateDigest.of(reference(40).state()), StateDigest.of(store().state()));
  }

  @Test
  void idsOfTransactionsAreKnownOnceTheirBlockIs() {
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, 40);
    String earlier = TransactionView.of(CHAIN.get(39).getData().getData(0)).transactionId();
    String later = TransactionView.of(CHAIN.get(40).getData().getData(0)).transactionId();
    assertTrue(reopened().isOnLedger(earlier));
    assertFalse(reopened().isOnLedger(later));
  }

  @Test
  void rangesHoldWhatLiesBetweenTheirEnds() {
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, CHAIN.size());
    MemoryReplayStore reference = reference(CHAIN.size());
    for (String namespace : List.of("licence", ChaincodeDefinitions.NAMESPACE, "nobody")) {
      List<KeyedEntry> all = entries(reference.state().range(namespace, "", ""));
      assertEquals(all, entries(store().state().range(namespace, "", "")));
      for (int i = 0; i + 3 < all.size(); i += 3) {
        String from = all.get(i).key();
        String to = all.get(i + 3).key();
        assertEquals(all.subList(i, i + 3), entries(store().state().range(namespace, from, to)));
        assertEquals(List.of(), entries(store().state().range(namespace, to, from)));
      }
    }
  }

  @Test
  void whatIsNotThereIsEmpty() {
    follow(LedgerReplay.begin(block(0), GENESIS, store()), 1, 10);
    assertEquals(Optional.empty(), store().state().get("licence", "no such key"));
    assertEquals(
        Optional.empty(), store().state().hashed("licence", "collOH", ByteString.copyFromUtf8("")));
    assertEquals(Optional.empty(), store().state().privateValue("licence", "collOH", "a"));
    assertFalse(store().state().privateRange("licence", "collOH", "", "").hasNext());
  }

  @Test
  void aStoreThatHoldsAChainIsNotBegunAgain() {
    LedgerReplay begun = LedgerReplay.begin(block(0), GENESIS, store());
    assertEquals(0, begun.genesis().number());
    assertThrows(
        IllegalArgumentException.class, () -> LedgerReplay.begin(block(0), GENESIS, store()));
  }

  @Test
  void anEmptyStoreIsNotResumed() {
    assertThrows(IllegalArgumentException.class, () -> LedgerReplay.resume(store()));
  }
}
