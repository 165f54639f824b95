// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.id.KeyId;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.licence.Batch;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;

/**
 * ISSUER: when the batch was signed and when it was anchored, its issuer had the role, was
 * accredited for the type and the division, and had the key in force; and the key was not
 * compromised by then.
 */
final class IssuerRule {
  private IssuerRule() {}

  static List<Finding> judge(Batch batch, LedgerView view, Moment moment) {
    Optional<Authority> found = moment.known(view.get(Authority.key(batch.issuer())));
    if (found.isEmpty()) {
      return List.of(
          Finding.of(
              FindingCode.ISSUER_NOT_REGISTERED, Map.of("issuer", batch.issuer().toString())));
    }
    Authority issuer = found.get();
    List<Finding> findings = new ArrayList<>();
    judgeKey(batch, issuer, moment).ifPresent(findings::add);
    for (Instant time : List.of(batch.iat(), batch.anchoredAt())) {
      if (!issuer.has(Role.ISSUER, time, moment.knownAt())) {
        findings.add(at(FindingCode.ISSUER_ROLE_NOT_IN_FORCE, time));
        break;
      }
    }
    for (Instant time : List.of(batch.iat(), batch.anchoredAt())) {
      Optional<AccreditedPeriod> period =
          Accreditations.at(
              view, batch.issuer(), batch.type(), batch.division(), time, moment.knownAt());
      if (period.isEmpty()) {
        findings.add(at(FindingCode.ISSUER_NOT_ACCREDITED_THEN, time));
        break;
      }
    }
    return findings;
  }

  private static Optional<Finding> judgeKey(Batch batch, Authority issuer, Moment moment) {
    String kid = new KeyId.OfAuthority(batch.issuer(), batch.key()).toString();
    Optional<HeldKey> key = issuer.key(batch.key());
    if (key.isEmpty()) {
      return Optional.of(Finding.of(FindingCode.ISSUER_KEY_NOT_IN_FORCE, Map.of("kid", kid)));
    }
    if (key.get().isCompromised(batch.anchoredAt(), moment.knownAt())) {
      return Optional.of(Finding.of(FindingCode.ISSUER_KEY_COMPROMISED, Map.of("kid", kid)));
    }
    boolean inForce =
        key.get().isInForce(batch.iat(), moment.knownAt())
            && key.get().isInForce(batch.anchoredAt(), moment.knownAt());
    return inForce
        ? Optional.empty()
        : Optional.of(Finding.of(FindingCode.ISSUER_KEY_NOT_IN_FORCE, Map.of("kid", kid)));
  }

  private static Finding at(FindingCode code, Instant time) {
    return Finding.of(code, Map.of("at", Long.toString(time.getEpochSecond())));
  }
}
