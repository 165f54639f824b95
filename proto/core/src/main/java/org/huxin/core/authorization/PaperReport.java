// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.required;

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

/**
 * A report that a consumer asked for a paper. Named by the statement that made it.
 *
 * @param reported as it was reported
 * @param by whose key signed
 * @param history what made each version
 */
public record PaperReport(ReportPaperAsked reported, KeyId by, History<Revision> history)
    implements Entity {
  private static final Field<PaperReport, ReportPaperAsked> REPORTED =
      required("reported", ReportPaperAsked.CODEC, PaperReport::reported);
  private static final Field<PaperReport, KeyId> BY = required("by", Terms.KEY_ID, PaperReport::by);
  private static final Field<PaperReport, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, PaperReport::history);

  /** The JSON form. */
  public static final ObjectCodec<PaperReport> CODEC =
      ObjectCodec.of(
          members -> new PaperReport(members.get(REPORTED), members.get(BY), members.get(HISTORY)),
          REPORTED,
          BY,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<PaperReport> ENTITY =
      EntityType.of("paper-report", 1, PaperReport.class, CODEC);

  /** The key of a report. */
  public static EntityKey<PaperReport> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }
}
