// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.List;
import java.util.Optional;
import org.huxin.crypto.signature.Signer;

/**
 * When a node cosigns another's checkpoint: only if it derived the same by itself
 * (proto/spec/checkpoint-note.md, Cosignature). Pure.
 *
 * @param own the origin of the node's own log
 * @param cities the cities whose keys it knows
 */
public record CosigningRule(LogOrigin own, TrustedCities cities) {
  /** What a node makes of a checkpoint. */
  public sealed interface Decision permits Cosign, NotThere, Fork {}

  /**
   * It derived the same: it may cosign.
   *
   * @param checkpoint as it was received
   */
  public record Cosign(SignedCheckpoint checkpoint) implements Decision {}

  /**
   * It has not derived that block, or keeps its state no more: it cannot tell, and does not cosign.
   *
   * @param block the checkpoint's block
   */
  public record NotThere(long block) implements Decision {}

  /**
   * It derived something else.
   *
   * @param evidence the other's checkpoint and its own of the same block
   */
  public record Fork(ForkEvidence evidence) implements Decision {}

  /**
   * Decides.
   *
   * @param received another node's checkpoint
   * @param derived what this node derived
   * @param signer the node's note key: on a fork it signs what it derived itself
   * @throws LogRefusedException if the checkpoint is of another ledger, or its city did not sign it
   * @throws org.huxin.crypto.signature.SigningFailedException if the signer cannot sign
   */
  public Decision decide(SignedCheckpoint received, DerivedStates derived, Signer signer) {
    LogOrigin origin = received.checkpoint().origin();
    if (!origin.ledger().equals(own.ledger())) {
      throw LogRefusedException.of(LogRefusal.CHECKPOINT_OF_OTHER_LEDGER);
    }
    DerivedState claimed =
        received.verify(cities.keys().getOrDefault(origin.city(), List.of())).state();
    Optional<DerivedState> mine = derived.at(claimed.block());
    if (mine.isEmpty()) {
      return new NotThere(claimed.block());
    }
    if (mine.get().equals(claimed)) {
      return new Cosign(received);
    }
    SignedCheckpoint counter = SignedCheckpoint.sign(new LogCheckpoint(own, mine.get()), signer);
    return new Fork(new ForkEvidence(received, counter));
  }
}
