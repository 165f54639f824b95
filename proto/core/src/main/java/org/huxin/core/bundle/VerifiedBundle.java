// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.log.AgreedCheckpoint;
import org.huxin.core.log.TrustedCities;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.VerdictRules;

/**
 * A bundle of which everything holds against a checkpoint on which enough cities agree. Whether its
 * licence is good, only a verdict tells. Immutable.
 *
 * @param proof the proof file: not yet judged
 * @param agreed the checkpoint, and as of when the cities agree on it
 * @param view the ledger as far as it is proven
 * @param cities what is to be trusted from now on, after the key changes in the bundle
 */
public record VerifiedBundle(
    ProofFile proof, AgreedCheckpoint agreed, LedgerView view, TrustedCities cities) {
  /** How old what it says is. */
  public Duration age(Instant now) {
    Duration age = Duration.between(agreed.time(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /**
   * The ledger's half of the verdict. What was not proven is UNKNOWN.
   *
   * @param question about this bundle's licence
   */
  public Verdict judge(Question question, Instant now) {
    LedgerId ledger = agreed.checkpoint().origin().ledger();
    return VerdictRules.judge(view, ledger, question, Optional.of(age(now)));
  }
}
