// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * An authority publishes what a service item of its own asks for, or the next version of it.
 *
 * @param item its code
 * @param version which version
 * @param name its name
 * @param materials what it asks for
 * @param effectiveFrom from when on
 */
public record PublishServiceItem(
    ServiceItemCode item, int version, Name name, List<Material> materials, Instant effectiveFrom)
    implements Statement {
  private static final Field<PublishServiceItem, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, PublishServiceItem::item);
  private static final Field<PublishServiceItem, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), PublishServiceItem::version);
  private static final Field<PublishServiceItem, Name> NAME =
      required("name", Name.CODEC, PublishServiceItem::name);
  private static final Field<PublishServiceItem, List<Material>> MATERIALS =
      required("materials", ListCodec.list(Material.CODEC, 0, 64), PublishServiceItem::materials);
  private static final Field<PublishServiceItem, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, PublishServiceItem::effectiveFrom);

  /** The JSON form. */
  public static final ObjectCodec<PublishServiceItem> CODEC =
      ObjectCodec.of(
          members ->
              new PublishServiceItem(
                  members.get(ITEM),
                  members.get(VERSION),
                  members.get(NAME),
                  members.get(MATERIALS),
                  members.get(EFFECTIVE_FROM)),
          ITEM,
          VERSION,
          NAME,
          MATERIALS,
          EFFECTIVE_FROM);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public PublishServiceItem {
    materials = List.copyOf(materials);
    if (materials.stream().map(Material::code).distinct().count() != materials.size()) {
      throw new IllegalArgumentException("every material has a code of its own");
    }
  }

  @Override
  public Operation operation() {
    return Operation.PUBLISH_SERVICE_ITEM;
  }
}
