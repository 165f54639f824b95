// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.finding.FoundWrongException;
import org.huxin.node.replay.BlockReplay;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.ReplicaRefusedException;
import org.huxin.node.status.NodeStatus;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the replica: validates a block by Fabric's rules, replays the contract, and
 * commits it; or keeps the finding with its evidence, after which no block is accepted until
 * somebody has looked at it. Thread-safe.
 */
public final class BlockAcceptor {
  /** Blocks that are older than the limit of clocks must not pass for new ones. */
  private static final Duration LIVE = Duration.ofSeconds(30);

  private final Replica replica;
  private final BlockReplay replay;
  private final NodeStatus status;
  private final InstantSource clock;
  private @Nullable LedgerReplay rules;

  /**
   * An acceptor.
   *
   * @param replica whose pin says which genesis block is trusted
   * @param replay what is done to each block besides Fabric's rules
   */
  public BlockAcceptor(
      Replica replica, BlockReplay replay, NodeStatus status, InstantSource clock) {
    this.replica = replica;
    this.replay = replay;
    this.status = status;
    this.clock = clock;
    status.committed(replica.height() - 1);
    status.stopped(replica.findings().stop());
  }

  /** The number of the next block. */
  public long height() {
    return replica.height();
  }

  /**
   * Accepts the next block.
   *
   * @param source who delivered it
   * @throws FoundWrongException if something is wrong with it; the finding is kept by then
   * @throws ReplicaRefusedException if the replica takes no more blocks
   */
  public synchronized void accept(LedgerBlock block, String source) {
    requireGoing();
    try {
      commit(block, source);
    } catch (BlockRefusedException e) {
      rules = null;
      Map<String, String> evidence = new TreeMap<>(e.evidence());
      evidence.put("refusal", e.code().name());
      throw keep(new FoundWrongException(FindingCode.BLOCK_REFUSED, evidence), block, source);
    } catch (FoundWrongException e) {
      rules = null;
      throw keep(e, block, source);
    } catch (ReplicaRefusedException e) {
      rules = null;
      status.failed(e.code());
      throw e;
    }
    status.committed(block.number());
  }

  private void requireGoing() {
    Optional<Finding> stop = replica.findings().stop();
    if (stop.isPresent()) {
      throw new FoundWrongException(stop.get().code(), stop.get().evidence());
    }
  }

  private void commit(LedgerBlock block, String source) {
    if (replica.position().isEmpty()) {
      rules = LedgerReplay.begin(block, replica.pin().genesis(), replica);
      return;
    }
    LedgerReplay following = rules == null ? LedgerReplay.resume(replica) : rules;
    rules = following;
    JudgedBlock judged = following.judge(block);
    replay.check(judged, replica.state());
    Instant seenAt = now();
    List<Finding> doubts =
        isLive(seenAt) ? replay.doubts(judged, replica.state(), source, seenAt) : List.of();
    following.commit(judged);
    doubts.forEach(each -> replica.findings().add(each, List.of()));
  }

  /** Whether a block that was not there before cannot have waited for long. */
  private boolean isLive(Instant now) {
    return status.state().age(now).filter(age -> age.compareTo(LIVE) <= 0).isPresent();
  }

  private FoundWrongException keep(FoundWrongException found, LedgerBlock block, String source) {
    List<LedgerBlock> evidence = new ArrayList<>(List.of(block));
    // Of a fork the other block is the one that the replica holds.
    replica
        .position()
        .flatMap(position -> replica.block(position.number()))
        .ifPresent(evidence::add);
    Finding finding = Finding.of(found.code(), block.number(), source, now(), found.evidence());
    keep(finding, evidence);
    return found;
  }

  private void keep(Finding finding, List<LedgerBlock> evidence) {
    try {
      replica.findings().add(finding, evidence);
    } catch (ReplicaRefusedException e) {
      // Following stops all the same; only the evidence is lost with the disk.
      status.failed(e.code());
    }
    status.stopped(Optional.of(finding));
  }

  /**
   * Compares a block that a source shows with the one of the replica.
   *
   * @throws FoundWrongException {@link FindingCode#CHAIN_FORKED} if it is another; the finding is
   *     kept by then
   * @throws IllegalArgumentException if the replica has no block of that number yet
   */
  public void compare(LedgerBlock shown, String source) {
    LedgerBlock held =
        replica
            .block(shown.number())
            .orElseThrow(() -> new IllegalArgumentException("not held yet"));
    if (held.headerHash().equals(shown.headerHash())) {
      return;
    }
    synchronized (this) {
      requireGoing();
      Map<String, String> evidence =
          Map.of("expected", held.headerHash().hex(), "found", shown.headerHash().hex());
      keep(
          Finding.of(FindingCode.CHAIN_FORKED, shown.number(), source, now(), evidence),
          List.of(shown, held));
      throw new FoundWrongException(FindingCode.CHAIN_FORKED, evidence);
    }
  }

  /** Somebody has looked at what was found: following may go on. */
  public synchronized void goOn() {
    replica.findings().clearStop();
    status.stopped(Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
