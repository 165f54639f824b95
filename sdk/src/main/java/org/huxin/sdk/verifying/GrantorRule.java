// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.ClaimedAuthorization;
import org.huxin.sdk.offline.DocumentRule;

/**
 * AUTHORIZATION, the caller's half: that whoever granted holds the licence, and that every holder
 * granted. The ledger names nobody, so only the caller, who has the openings, can tell.
 *
 * <p>What an agent passed on rests on the grant within which it lies: the holder signed that one.
 */
final class GrantorRule {
  private final LedgerId ledger;
  private final Function<KeyId, Optional<NamedKey>> providers;
  private final ProofFile proof;
  private final Instant asOf;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<HolderId> granted = new HashSet<>();
  private boolean allOpened = true;

  private GrantorRule(
      LedgerId ledger,
      Function<KeyId, Optional<NamedKey>> providers,
      ProofFile proof,
      Instant asOf) {
    this.ledger = ledger;
    this.providers = providers;
    this.proof = proof;
    this.asOf = asOf;
  }

  /**
   * Judges.
   *
   * @param providers the keys of identity providers, as the ledger has them
   * @return not asked where the use does not rest on a holder
   */
  static Judgement judge(
      LedgerId ledger,
      Function<KeyId, Optional<NamedKey>> providers,
      ProofFile proof,
      VerificationRequest request) {
    Optional<UseBasis> basis = request.context().flatMap(AskingContext::basis);
    if (!basis.equals(Optional.of(UseBasis.AUTHORIZATION))) {
      return Judgement.notAsked(Aspect.AUTHORIZATION);
    }
    if (request.grants().isEmpty()) {
      return Judgement.of(
          Aspect.AUTHORIZATION, List.of(Finding.of(FindingCode.GRANTOR_NOT_OPENED)));
    }
    GrantorRule rule = new GrantorRule(ledger, providers, proof, request.asOf());
    rule.judgeAll(request.grants());
    return Judgement.of(Aspect.AUTHORIZATION, rule.findings);
  }

  /** The authorizations that grant files claim for a licence. */
  static List<ClaimedAuthorization> claims(List<GrantFile> grants, ProofFile proof) {
    return grants.stream()
        .map(
            grant ->
                new ClaimedAuthorization(
                    grant.grant().statementId(), grant.salt(proof.record().ref())))
        .toList();
  }

  private void judgeAll(List<GrantFile> grants) {
    grants.forEach(this::judge);
    if (allOpened && granted.size() < proof.record().holders().size()) {
      add(FindingCode.HOLDER_HAS_NOT_GRANTED, Map.of());
    }
  }

  private void judge(GrantFile grant) {
    String id = grant.grant().statementId().toString();
    Map<KeyId, NamedKey> known = new HashMap<>();
    for (GrantFile each :
        grant.parent().map(parent -> List.of(grant, parent)).orElse(List.of(grant))) {
      providers.apply(each.provider()).ifPresent(key -> known.put(each.provider(), key));
      if (!known.containsKey(each.provider())) {
        add(FindingCode.ATTESTATION_INVALID, Map.of("authorization", id));
        return;
      }
    }
    try {
      GrantFile.Verified verified =
          grant.verify(ledger, kid -> Objects.requireNonNull(known.get(kid)), asOf);
      List<HolderId> holders = DocumentRule.openedHolders(proof);
      verified.requireHolder(
          new VerifiedLicence(
              proof.batchId(), proof.record(), List.of(), holders, Optional.empty()));
      granted.add(verified.holder());
    } catch (FactRefusedException e) {
      refused(e, id);
    }
  }

  private void refused(FactRefusedException refusal, String id) {
    if (refusal.code() == FactRefusal.LICENCE_NOT_GRANTED) {
      add(FindingCode.LICENCE_NOT_COVERED, Map.of("authorization", id));
    } else if (refusal.code() != FactRefusal.GRANTOR_NOT_HOLDER) {
      add(
          FindingCode.ATTESTATION_INVALID,
          Map.of("authorization", id, "code", refusal.code().name()));
    } else if (new HashSet<>(DocumentRule.openedHolders(proof)).size()
        < proof.record().holders().size()) {
      notOpened(id);
    } else {
      add(FindingCode.GRANTOR_NOT_HOLDER, Map.of("authorization", id));
    }
  }

  /** One of the holders that are not shown may be the one. */
  private void notOpened(String id) {
    allOpened = false;
    add(FindingCode.GRANTOR_NOT_OPENED, Map.of("authorization", id));
  }

  private void add(FindingCode code, Map<String, String> evidence) {
    findings.add(Finding.of(code, evidence));
  }
}
