// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.demand;

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
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Terms;

/**
 * An entry of the list of demands. Named by the statement that posted it.
 *
 * @param posted as it was posted
 * @param status where it stands
 * @param answeredBy whose key answered
 * @param reason why it is refused
 * @param history what made each version
 */
public record Demand(
    PostDemand posted,
    DemandStatus status,
    Optional<KeyId> answeredBy,
    Optional<Code> reason,
    History<Revision> history)
    implements Entity {
  private static final Field<Demand, PostDemand> POSTED =
      required("posted", PostDemand.CODEC, Demand::posted);
  private static final Field<Demand, DemandStatus> STATUS =
      required("status", Codecs.enumeration(DemandStatus.class), Demand::status);
  private static final Field<Demand, Optional<KeyId>> ANSWERED_BY =
      optional("answeredBy", Terms.KEY_ID, Demand::answeredBy);
  private static final Field<Demand, Optional<Code>> REASON =
      optional("reason", Code.CODEC, Demand::reason);
  private static final Field<Demand, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Demand::history);

  /** The JSON form. */
  public static final ObjectCodec<Demand> CODEC =
      ObjectCodec.of(
          members ->
              new Demand(
                  members.get(POSTED),
                  members.get(STATUS),
                  members.get(ANSWERED_BY),
                  members.get(REASON),
                  members.get(HISTORY)),
          POSTED,
          STATUS,
          ANSWERED_BY,
          REASON,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Demand> ENTITY = EntityType.of("demand", 1, Demand.class, CODEC);

  /** The key of a demand. */
  public static EntityKey<Demand> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }
}
