// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.bundle;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.bundle.Bundle;
import org.huxin.core.bundle.BundleKeys;
import org.huxin.core.bundle.BundleMaking;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statemap.MapRefusal;
import org.huxin.core.statemap.MapRefusedException;
import org.huxin.core.statemap.StateMap;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.Question;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.state.StateEntry;
import org.huxin.node.log.LogParticipant;
import org.huxin.node.log.NodeLog;
import org.huxin.node.replay.ReplicaLedgerView;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.ReplicaView;

/** Makes bundles for proof files from the replica. Safe for all threads. */
public final class BundleMaker {
  private final Replica replica;
  private final LogParticipant participant;

  /**
   * A maker.
   *
   * @param participant the replica's
   */
  public BundleMaker(Replica replica, LogParticipant participant) {
    this.replica = replica;
    this.participant = participant;
  }

  /**
   * A bundle against a checkpoint.
   *
   * @param checkpoint cosigned
   * @param context who will ask, for what; empty if neither recognition nor authorization is asked
   * @param asOf the legal time that will be asked about: that of the checkpoint
   * @return empty if the map of the checkpoint's block is not kept any more, or something that the
   *     bundle proves has changed since: a newer checkpoint is needed
   */
  public Optional<Bundle> make(
      ProofFile proof, SignedCheckpoint checkpoint, Optional<AskingContext> context, Instant asOf) {
    long block = checkpoint.checkpoint().state().block();
    try (ReplicaView view = replica.view()) {
      Optional<StateMap> map = new NodeLog(view.keysOf(participant)).map(block);
      if (map.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(make(proof, checkpoint, context, asOf, view, map.get()));
    } catch (ChangedSince e) {
      return Optional.empty();
    } catch (MapRefusedException e) {
      if (e.code() == MapRefusal.MAP_NODE_MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Bundle make(
      ProofFile proof,
      SignedCheckpoint checkpoint,
      Optional<AskingContext> context,
      Instant asOf,
      ReplicaView view,
      StateMap map) {
    ChainPin pin = replica.pin();
    Question question =
        new Question(
            proof.record(),
            proof.batchId(),
            proof.inclusion(),
            Optional.empty(),
            context,
            asOf,
            Optional.empty(),
            Optional.empty());
    return BundleMaking.make(
        proof,
        checkpoint,
        BundleKeys.of(new ReplicaLedgerView(view.state(), pin.chaincode()), pin.ledger(), question),
        key -> value(key, view, map, checkpoint),
        map);
  }

  /** The replica keeps the last value only: it is the checkpoint's if it is old enough. */
  private Optional<Bytes> value(
      String key, ReplicaView view, StateMap map, SignedCheckpoint checkpoint) {
    Optional<StateEntry> entry = view.state().get(replica.pin().chaincode(), key);
    long block = checkpoint.checkpoint().state().block();
    if (entry.isPresent() && entry.get().version().block() > block) {
      try {
        map.prove(key).verifyAbsent(key, map.root());
      } catch (MapRefusedException e) {
        throw new ChangedSince();
      }
      return Optional.empty();
    }
    return entry.map(found -> Bytes.of(found.value().asReadOnlyByteBuffer()));
  }

  /** A value of the checkpoint's block is not kept any more. */
  private static final class ChangedSince extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
