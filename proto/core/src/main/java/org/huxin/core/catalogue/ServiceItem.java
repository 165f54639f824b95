// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;

/**
 * A version of a service item: what it asks for.
 *
 * @param definition as it was published
 * @param replacedAt when the next version takes its place; empty while there is none
 * @param history what made each version
 */
public record ServiceItem(
    PublishServiceItem definition, Optional<Instant> replacedAt, History<Revision> history)
    implements Entity {
  private static final Field<ServiceItem, PublishServiceItem> DEFINITION =
      required("definition", PublishServiceItem.CODEC, ServiceItem::definition);
  private static final Field<ServiceItem, Optional<Instant>> REPLACED_AT =
      optional("replacedAt", Codecs.SECONDS, ServiceItem::replacedAt);
  private static final Field<ServiceItem, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, ServiceItem::history);

  /** The JSON form. */
  public static final ObjectCodec<ServiceItem> CODEC =
      ObjectCodec.of(
          members ->
              new ServiceItem(
                  members.get(DEFINITION), members.get(REPLACED_AT), members.get(HISTORY)),
          DEFINITION,
          REPLACED_AT,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<ServiceItem> ENTITY =
      EntityType.of("item", 2, ServiceItem.class, CODEC);

  /** The key of a version of an item. */
  public static EntityKey<ServiceItem> key(ServiceItemCode item, int version) {
    return ENTITY.key(item.text(), CatalogueVersion.text(version));
  }
}
