// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A dispute and where it stands. Named by the statement that filed it.
 *
 * @param filed as it was filed
 * @param by whose key raised it
 * @param acceptBy until when the issuer must accept it or not
 * @param resolveBy until when it must be decided
 * @param status where it stands
 * @param escalated whether it was taken to the supervisor
 * @param escalateBy until when a dismissed dispute may be escalated
 * @param decision digest of the last decision
 * @param correction the batch that put it right
 * @param history what made each version
 */
public record Dispute(
    FileDispute filed,
    KeyId by,
    Instant acceptBy,
    Instant resolveBy,
    DisputeState.Status status,
    boolean escalated,
    Optional<Instant> escalateBy,
    Optional<Digest> decision,
    Optional<StatementId> correction,
    History<Revision> history)
    implements Entity {
  private static final Field<Dispute, FileDispute> FILED =
      required("filed", FileDispute.CODEC, Dispute::filed);
  private static final Field<Dispute, KeyId> BY = required("by", Terms.KEY_ID, Dispute::by);
  private static final Field<Dispute, Instant> ACCEPT_BY =
      required("acceptBy", Codecs.SECONDS, Dispute::acceptBy);
  private static final Field<Dispute, Instant> RESOLVE_BY =
      required("resolveBy", Codecs.SECONDS, Dispute::resolveBy);
  private static final Field<Dispute, DisputeState.Status> STATUS =
      required("status", Codecs.enumeration(DisputeState.Status.class), Dispute::status);
  private static final Field<Dispute, Boolean> ESCALATED =
      required("escalated", Codecs.BOOLEAN, Dispute::escalated);
  private static final Field<Dispute, Optional<Instant>> ESCALATE_BY =
      optional("escalateBy", Codecs.SECONDS, Dispute::escalateBy);
  private static final Field<Dispute, Optional<Digest>> DECISION =
      optional("decision", Codecs.DIGEST, Dispute::decision);
  private static final Field<Dispute, Optional<StatementId>> CORRECTION =
      optional("correction", Terms.STATEMENT_ID, Dispute::correction);
  private static final Field<Dispute, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Dispute::history);

  /** The JSON form. */
  public static final ObjectCodec<Dispute> CODEC =
      ObjectCodec.of(
          members ->
              new Dispute(
                  members.get(FILED),
                  members.get(BY),
                  members.get(ACCEPT_BY),
                  members.get(RESOLVE_BY),
                  members.get(STATUS),
                  members.get(ESCALATED),
                  members.get(ESCALATE_BY),
                  members.get(DECISION),
                  members.get(CORRECTION),
                  members.get(HISTORY)),
          FILED,
          BY,
          ACCEPT_BY,
          RESOLVE_BY,
          STATUS,
          ESCALATED,
          ESCALATE_BY,
          DECISION,
          CORRECTION,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Dispute> ENTITY =
      EntityType.of("dispute", 1, Dispute.class, CODEC);

  /** The key of a dispute. */
  public static EntityKey<Dispute> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }

  /** The dispute's name. */
  public StatementId id() {
    return history.first().statement();
  }

  /** As a statement leaves it. */
  public Dispute to(DisputeState next, Revision revision) {
    return new Dispute(
        filed,
        by,
        acceptBy,
        resolveBy,
        next.status(),
        next.escalated(),
        next.escalateBy(),
        decision,
        correction,
        history.append(revision));
  }

  /** To be decided within some seconds from its last change on. */
  public Dispute resolveWithin(int seconds) {
    return new Dispute(
        filed,
        by,
        acceptBy,
        recordedAt().plusSeconds(seconds),
        status,
        escalated,
        escalateBy,
        decision,
        correction,
        history);
  }

  /** With the digest of a decision. */
  public Dispute decidedBy(Digest basis) {
    return new Dispute(
        filed,
        by,
        acceptBy,
        resolveBy,
        status,
        escalated,
        escalateBy,
        Optional.of(basis),
        correction,
        history);
  }

  /** Where it stands, and what may become of it. */
  public DisputeState state() {
    return new DisputeState(status, escalated, escalateBy);
  }
}
