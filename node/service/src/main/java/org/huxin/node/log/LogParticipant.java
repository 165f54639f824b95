// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.checkpoint.Checkpoint;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.log.DerivedState;
import org.huxin.core.log.LogLeaf;
import org.huxin.core.merkle.TiledTree;
import org.huxin.core.statemap.MapNodeKey;
import org.huxin.core.statemap.StateMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.node.replica.AcceptedBlock;
import org.huxin.node.replica.AcceptedTransaction;
import org.huxin.node.replica.CommitParticipant;
import org.huxin.node.replica.KeySpace;
import org.huxin.node.replica.WritableKeySpace;

/** Derives log and state map from each block, in the replica's own commit. Stateless. */
public final class LogParticipant implements CommitParticipant {
  /** For how many blocks their states are kept: other nodes' checkpoints may name any of them. */
  public static final long KEPT_STATES = 100_000;

  /** For how many blocks everything can be proved against their map: bundles need a recent one. */
  public static final long KEPT_MAPS = 1_000;

  private static final String CHECKPOINTS =
      EntityKey.composite(Checkpoint.ENTITY.name(), List.of());

  @Override
  public String name() {
    return "log";
  }

  @Override
  public void accept(AcceptedBlock block, WritableKeySpace own) {
    LogState before = own.get(LogKeys.LAST).map(LogState::decode).orElse(begin());
    TiledTree tree = append(block, before, own);
    StateMap map = update(block, before, own);
    Optional<DerivedState> derived =
        tree.size() == 0
            ? Optional.empty()
            : Optional.of(
                new DerivedState(
                    tree.size(),
                    block.transactions().isEmpty() && before.derived().isPresent()
                        ? before.derived().get().root()
                        : tree.root(),
                    block.number(),
                    digest(block.headerHash()),
                    digest(
                        block
                            .commitHash()
                            .orElseThrow(
                                () -> new IllegalStateException("an entry without commit hash"))),
                    map.root()));
    Bytes state = new LogState(tree.size(), block.number(), map.reference(), derived).encode();
    own.put(LogKeys.LAST, state);
    own.put(LogKeys.block(block.number()), state);
    own.delete(LogKeys.block(block.number() - KEPT_STATES));
    dropNodes(block.number() - KEPT_MAPS, own);
  }

  private static LogState begin() {
    Bytes empty = StateMap.empty(key -> Optional.empty()).reference();
    return new LogState(0, -1, empty, Optional.empty());
  }

  private static Digest digest(Bytes value) {
    return new Digest(DigestAlgorithm.SHA_256, value);
  }

  private static TiledTree append(AcceptedBlock block, LogState before, WritableKeySpace own) {
    List<Bytes> leaves = new ArrayList<>();
    for (AcceptedTransaction each : block.transactions()) {
      if (isEntry(each)) {
        Bytes data =
            new LogLeaf(each.block(), each.index(), each.id(), LogLeaf.writesDigest(writes(each)))
                .data();
        own.put(LogKeys.entry(before.size() + leaves.size()), data);
        leaves.add(data);
      }
    }
    TiledTree.Growth growth =
        new TiledTree((level, index) -> own.get(LogKeys.tile(level, index)), before.size())
            .append(leaves);
    growth.tiles().forEach((path, tile) -> own.put(LogKeys.tile(path.level(), path.index()), tile));
    return growth.tree();
  }

  /**
   * What only publishes a checkpoint is none: it alone writes under such keys, and nothing else.
   */
  private static boolean isEntry(AcceptedTransaction transaction) {
    return transaction.writes().stream().anyMatch(each -> isMapped(each.key()));
  }

  private static boolean isMapped(String key) {
    return !key.startsWith(CHECKPOINTS);
  }

  private static SortedMap<String, Optional<Bytes>> writes(AcceptedTransaction transaction) {
    SortedMap<String, Optional<Bytes>> writes = new TreeMap<>();
    transaction.writes().forEach(each -> writes.put(each.key(), each.value()));
    return writes;
  }

  private static StateMap update(AcceptedBlock block, LogState before, WritableKeySpace own) {
    Map<String, Optional<Bytes>> writes = new HashMap<>();
    for (AcceptedTransaction each : block.transactions()) {
      each.writes().stream()
          .filter(write -> isMapped(write.key()))
          .forEach(write -> writes.put(write.key(), write.value()));
    }
    StateMap.Update update =
        StateMap.of(key -> own.get(LogKeys.node(key)), before.map()).update(block.number(), writes);
    update.written().forEach((key, node) -> own.put(LogKeys.node(key), node));
    int index = 0;
    for (MapNodeKey key : update.dropped()) {
      own.put(LogKeys.dropped(block.number(), index++), key.toBytes());
    }
    return update.map();
  }

  private static void dropNodes(long block, WritableKeySpace own) {
    if (block < 0) {
      return;
    }
    List<KeySpace.Pair> dropped =
        own.range(
            LogKeys.dropped(block, 0),
            Optional.of(LogKeys.dropped(block + 1, 0)),
            Integer.MAX_VALUE);
    for (KeySpace.Pair each : dropped) {
      own.delete(Bytes.concat(Bytes.utf8("m"), each.value()));
      own.delete(each.key());
    }
  }
}
