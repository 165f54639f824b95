// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.Presentation;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.sdk.offline.DocumentRule;

/**
 * AUTHORIZATION of what a holder presents, the caller's half: that the code is good, now and here,
 * and that who presents holds the licence. One holder is enough to show a licence.
 */
final class PresenterRule {
  private PresenterRule() {}

  /**
   * Judges.
   *
   * @param providers the keys of identity providers, as the ledger has them
   */
  static Judgement judge(
      LedgerId ledger,
      Function<KeyId, Optional<NamedKey>> providers,
      ProofFile proof,
      VerificationRequest request) {
    Optional<Finding> finding =
        request.presented().isEmpty()
            ? Optional.of(Finding.of(FindingCode.GRANTOR_NOT_OPENED))
            : judge(ledger, providers, proof, request, request.presented().get());
    return Judgement.of(Aspect.AUTHORIZATION, finding.map(List::of).orElse(List.of()));
  }

  /** Whose attestation a code carries; empty if it is no presentation. */
  static Optional<Jws> attestation(LedgerId ledger, PresentedCode presented) {
    try {
      return Optional.of(Presentation.readUnchecked(presented.code(), ledger).attestation());
    } catch (FactRefusedException | JwsRefusedException e) {
      return Optional.empty(); // judging it says so
    }
  }

  private static Optional<Finding> judge(
      LedgerId ledger,
      Function<KeyId, Optional<NamedKey>> providers,
      ProofFile proof,
      VerificationRequest request,
      PresentedCode presented) {
    Optional<Jws> attestation = attestation(ledger, presented);
    if (attestation.isEmpty() || !presented.file().proof().equals(proof)) {
      return Optional.of(Finding.of(FindingCode.PRESENTATION_INVALID));
    }
    Optional<NamedKey> provider = providers.apply(attestation.get().keyId());
    if (provider.isEmpty()) {
      return Optional.of(Finding.of(FindingCode.ATTESTATION_INVALID));
    }
    try {
      HolderId presenter =
          presented
              .file()
              .verify(
                  presented.code(),
                  ledger,
                  provider.get(),
                  request.context().orElseThrow().authority(),
                  presented.challenge(),
                  request.asOf());
      return holds(proof, presenter);
    } catch (FactRefusedException e) {
      return Optional.of(
          Finding.of(FindingCode.PRESENTATION_INVALID, Map.of("code", e.code().name())));
    }
  }

  private static Optional<Finding> holds(ProofFile proof, HolderId presenter) {
    List<HolderId> opened = DocumentRule.openedHolders(proof);
    if (opened.contains(presenter)) {
      return Optional.empty();
    }
    boolean all = opened.size() == proof.record().holders().size();
    return Optional.of(
        Finding.of(all ? FindingCode.GRANTOR_NOT_HOLDER : FindingCode.GRANTOR_NOT_OPENED));
  }
}
