// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Code;
import org.huxin.crypto.digest.Digest;

/**
 * That a consumer asked for a paper.
 *
 * @param recorded as the consumer recorded it
 * @param history what made each version
 */
public record PaperRequest(RecordPaperRequest recorded, History<Revision> history)
    implements Entity {
  private static final Field<PaperRequest, RecordPaperRequest> RECORDED =
      required("recorded", RecordPaperRequest.CODEC, PaperRequest::recorded);
  private static final Field<PaperRequest, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, PaperRequest::history);

  /** The JSON form. */
  public static final ObjectCodec<PaperRequest> CODEC =
      ObjectCodec.of(
          members -> new PaperRequest(members.get(RECORDED), members.get(HISTORY)),
          RECORDED,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<PaperRequest> ENTITY =
      EntityType.of("paper-request", 4, PaperRequest.class, CODEC);

  /** The key of such a record. */
  public static EntityKey<PaperRequest> key(
      Uscc consumer, ServiceItemCode item, Digest business, Code material) {
    return ENTITY.key(consumer.text(), item.text(), business.toString(), material.text());
  }
}
