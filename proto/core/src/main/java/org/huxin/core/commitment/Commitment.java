// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.commitment;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

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
 * A promise in place of a material. Named by the statement that made it.
 *
 * @param made as it was accepted
 * @param status where it stands
 * @param settledBy whose key settled it
 * @param basis digest of the evidence
 * @param history what made each version
 */
public record Commitment(
    MakeCommitment made,
    CommitmentStatus status,
    Optional<KeyId> settledBy,
    Optional<Digest> basis,
    History<Revision> history)
    implements Entity {
  private static final Field<Commitment, MakeCommitment> MADE =
      required("made", MakeCommitment.CODEC, Commitment::made);
  private static final Field<Commitment, CommitmentStatus> STATUS =
      required("status", Codecs.enumeration(CommitmentStatus.class), Commitment::status);
  private static final Field<Commitment, Optional<KeyId>> SETTLED_BY =
      optional("settledBy", Terms.KEY_ID, Commitment::settledBy);
  private static final Field<Commitment, Optional<Digest>> BASIS =
      optional("basis", Codecs.DIGEST, Commitment::basis);
  private static final Field<Commitment, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Commitment::history);

  /** The JSON form. */
  public static final ObjectCodec<Commitment> CODEC =
      ObjectCodec.of(
          members ->
              new Commitment(
                  members.get(MADE),
                  members.get(STATUS),
                  members.get(SETTLED_BY),
                  members.get(BASIS),
                  members.get(HISTORY)),
          MADE,
          STATUS,
          SETTLED_BY,
          BASIS,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Commitment> ENTITY =
      EntityType.of("commitment", 1, Commitment.class, CODEC);

  /** The key of a promise. */
  public static EntityKey<Commitment> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }
}
