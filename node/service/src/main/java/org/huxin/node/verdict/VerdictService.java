// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.verdict;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.CertificateFreeAnswer;
import org.huxin.core.verification.CertificateFreeQuestion;
import org.huxin.core.verification.CertificateFreeRule;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.VerdictRules;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.huxin.node.status.NodeStatus;

/**
 * The ledger's half of verdicts, from the replica: the same rules that a peer and the verifier of a
 * bundle run. A node whose following stopped does not know how old its replica is, so that what
 * rests on the ledger's silence cannot be told. Thread-safe.
 */
public final class VerdictService {
  private final HotLedger ledger;
  private final LedgerId ledgerId;
  private final NodeStatus status;
  private final InstantSource clock;

  /** A service over a ledger. */
  public VerdictService(
      HotLedger ledger, LedgerId ledgerId, NodeStatus status, InstantSource clock) {
    this.ledger = ledger;
    this.ledgerId = ledgerId;
    this.status = status;
    this.clock = clock;
  }

  /**
   * A verdict and what it rests on.
   *
   * @param verdict the ledger's half
   * @param block the number of the last block that it rests on; -1 before the genesis block
   */
  public record Answered(Verdict verdict, long block) {}

  /**
   * Judges a question.
   *
   * @throws org.huxin.node.replica.ReplicaRefusedException if the replica cannot be read: then
   *     nothing is answered
   */
  public Answered verify(Question question) {
    Optional<Duration> age = age();
    return ledger.ask(
        (view, block) -> new Answered(VerdictRules.judge(view, ledgerId, question, age), block));
  }

  /**
   * 免证办: what becomes of each material of a service.
   *
   * @return empty if the ledger holds no such version of the item
   * @throws org.huxin.node.replica.ReplicaRefusedException as {@link #verify}
   */
  public Optional<CertificateFreeAnswer> certificateFree(CertificateFreeQuestion question) {
    Optional<Duration> age = age();
    return ledger.ask((view, block) -> CertificateFreeRule.judge(view, ledgerId, question, age));
  }

  private Optional<Duration> age() {
    NodeState state = status.state();
    return state.phase() == NodePhase.STOPPED ? Optional.empty() : state.age(clock.instant());
  }
}
