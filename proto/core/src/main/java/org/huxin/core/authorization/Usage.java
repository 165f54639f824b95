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
import org.huxin.crypto.digest.Digest;

/**
 * That licences were used. Append-only.
 *
 * @param recorded as the grantee recorded it
 * @param history what made each version
 */
public record Usage(RecordUsage recorded, History<Revision> history) implements Entity {
  private static final Field<Usage, RecordUsage> RECORDED =
      required("recorded", RecordUsage.CODEC, Usage::recorded);
  private static final Field<Usage, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Usage::history);

  /** The JSON form. */
  public static final ObjectCodec<Usage> CODEC =
      ObjectCodec.of(
          members -> new Usage(members.get(RECORDED), members.get(HISTORY)), RECORDED, HISTORY);

  /** The kind of entity. */
  public static final EntityType<Usage> ENTITY = EntityType.of("usage", 4, Usage.class, CODEC);

  /**
   * The key of a use.
   *
   * @param number which use of that business
   */
  public static EntityKey<Usage> key(
      Uscc grantee, ServiceItemCode item, Digest business, int number) {
    return ENTITY.key(grantee.text(), item.text(), business.toString(), Integer.toString(number));
  }
}
