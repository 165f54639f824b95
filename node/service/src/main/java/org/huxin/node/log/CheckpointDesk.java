// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.checkpoint.PublishCheckpoint;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.log.Cosignature;
import org.huxin.core.log.CosigningRule;
import org.huxin.core.log.DerivedState;
import org.huxin.core.log.DerivedStates;
import org.huxin.core.log.ForkEvidence;
import org.huxin.core.log.LogCheckpoint;
import org.huxin.core.log.LogOrigin;
import org.huxin.core.log.LogRefusedException;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.log.TrustedCities;
import org.huxin.core.note.NoteRefusedException;
import org.huxin.core.note.NoteSignature;
import org.huxin.crypto.signature.Signer;

/**
 * Signs the node's checkpoints, has them cosigned by other cities' nodes, and cosigns theirs: only
 * what it derived itself. Safe for all threads if the log is.
 */
public final class CheckpointDesk implements CheckpointPeer {
  private final LogOrigin own;
  private final TrustedCities cities;
  private final DerivedStates log;
  private final Signer signer;
  private final Clock clock;

  /**
   * A desk.
   *
   * @param own the origin of this node's log
   * @param cities whose cosignatures count; this node's city among them
   * @param log what this node derived
   * @param signer this node's note key
   */
  public CheckpointDesk(
      LogOrigin own, TrustedCities cities, DerivedStates log, Signer signer, Clock clock) {
    this.own = own;
    this.cities = cities;
    this.log = log;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * What came of a round.
   *
   * @param checkpoint with this node's cosignature and those that others gave
   * @param forks what others derived differently; unmodifiable
   */
  public record Round(SignedCheckpoint checkpoint, List<ForkEvidence> forks) {
    /** A copy of the given list. */
    public Round {
      forks = List.copyOf(forks);
    }
  }

  @Override
  public DivisionCode city() {
    return own.city();
  }

  /**
   * Signs what the node derived last, and asks others to cosign it. Who is not there yet, or does
   * not answer as it should, is left out.
   *
   * @return empty if the log has no entry yet
   */
  public Optional<Round> round(List<CheckpointPeer> others) {
    return log.last().map(state -> round(state, others));
  }

  private Round round(DerivedState state, List<CheckpointPeer> others) {
    SignedCheckpoint signed =
        SignedCheckpoint.sign(new LogCheckpoint(own, state), signer).cosign(own, signer, now());
    List<ForkEvidence> forks = new ArrayList<>();
    for (CheckpointPeer each : others) {
      try {
        CosigningRule.Decision decision = each.cosign(signed);
        if (decision instanceof CosigningRule.Cosign cosigned) {
          signed = withThatOf(each, signed, cosigned.checkpoint());
        } else if (decision instanceof CosigningRule.Fork fork) {
          ForkEvidence claimed = fork.evidence();
          forks.add(ForkEvidence.verify(claimed.one(), claimed.other(), cities));
        }
      } catch (LogRefusedException | NoteRefusedException e) {
        // It counts for nothing; that too few agree, whoever asks for agreement sees
      }
    }
    return new Round(signed, forks);
  }

  /** Takes over that city's cosignature and nothing else of what it sent. */
  private SignedCheckpoint withThatOf(
      CheckpointPeer peer, SignedCheckpoint signed, SignedCheckpoint answered) {
    LogOrigin theirs = new LogOrigin(own.ledger(), peer.city());
    SignedCheckpoint all = signed;
    for (var key : cities.keys().getOrDefault(peer.city(), List.of())) {
      Optional<NoteSignature> given = answered.note().signature(theirs.cosigningKey(key));
      if (given.isPresent()) {
        Instant unused =
            Cosignature.verify(signed.note().text(), theirs.cosigningKey(key), given.get());
        all = new SignedCheckpoint(all.checkpoint(), all.note().with(given.get()));
      }
    }
    return all;
  }

  /** This node's answer to another: it cosigns only what it derived itself. */
  @Override
  public CosigningRule.Decision cosign(SignedCheckpoint checkpoint) {
    CosigningRule.Decision decision =
        new CosigningRule(own, cities).decide(checkpoint, log, signer);
    return decision instanceof CosigningRule.Cosign agreed
        ? new CosigningRule.Cosign(agreed.checkpoint().cosign(own, signer, now()))
        : decision;
  }

  /** The statement that publishes a checkpoint on the ledger. */
  public PublishCheckpoint publication(SignedCheckpoint checkpoint) {
    DerivedState state = checkpoint.checkpoint().state();
    return new PublishCheckpoint(
        own.city(), Math.toIntExact(state.size()), state.root(), checkpoint.toBytes());
  }

  private Instant now() {
    return Instant.ofEpochSecond(clock.instant().getEpochSecond());
  }
}
