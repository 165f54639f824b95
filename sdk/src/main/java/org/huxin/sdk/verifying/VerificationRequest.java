// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.HolderId;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verification.AskingContext;

/**
 * What is asked about a licence.
 *
 * @param asOf the legal time, in whole seconds
 * @param knownAt by when the ledger must have recorded what counts; empty for all that it has
 * @param greatestAge how old the ledger's view may be, in seconds; empty for any age
 * @param fields which attributes must be shown; unmodifiable
 * @param holder who must be a holder; empty for anybody
 * @param context who asks, for what; empty if neither recognition nor authorization is asked
 * @param grants the grant files that the use would rest on, one of each holder; they name the
 *     authorizations of the context; unmodifiable
 * @param presented what the holder presents, where the use would rest on that
 */
public record VerificationRequest(
    Instant asOf,
    Optional<Instant> knownAt,
    Optional<Integer> greatestAge,
    Set<FieldName> fields,
    Optional<HolderId> holder,
    Optional<AskingContext> context,
    List<GrantFile> grants,
    Optional<PresentedCode> presented) {
  /** Copies of the given collections. */
  public VerificationRequest {
    fields = Set.copyOf(fields);
    grants = List.copyOf(grants);
  }

  /** Whether it is genuine and in force, and nothing else. */
  public static VerificationRequest asOf(Instant time) {
    return new VerificationRequest(
        time,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** As the ledger knew by a time. */
  public VerificationRequest knownAt(Instant time) {
    return new VerificationRequest(
        asOf, Optional.of(time), greatestAge, fields, holder, context, grants, presented);
  }

  /** Only if these attributes are shown. */
  public VerificationRequest showing(Set<FieldName> names) {
    return new VerificationRequest(
        asOf, knownAt, greatestAge, names, holder, context, grants, presented);
  }

  /** Only if somebody holds it. */
  public VerificationRequest heldBy(HolderId who) {
    return new VerificationRequest(
        asOf, knownAt, greatestAge, fields, Optional.of(who), context, grants, presented);
  }

  /** Whether somebody may use it for something, resting on the given grants, if on any. */
  public VerificationRequest usedFor(AskingContext use, GrantFile... restingOn) {
    return new VerificationRequest(
        asOf,
        knownAt,
        greatestAge,
        fields,
        holder,
        Optional.of(use),
        List.of(restingOn),
        presented);
  }

  /** Whether somebody may use it for something, since the holder presents it (亮证). */
  public VerificationRequest usedFor(AskingContext use, PresentedCode code) {
    return new VerificationRequest(
        asOf, knownAt, greatestAge, fields, holder, Optional.of(use), List.of(), Optional.of(code));
  }
}
