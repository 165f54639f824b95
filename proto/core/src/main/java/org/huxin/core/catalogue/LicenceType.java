// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;

/**
 * A version of a licence type.
 *
 * @param definition as it was defined
 * @param replacedAt when the next version takes its place; empty while there is none
 * @param history what made each version
 */
public record LicenceType(
    DefineLicenceType definition, Optional<Instant> replacedAt, History<Revision> history)
    implements Entity {
  private static final Field<LicenceType, DefineLicenceType> DEFINITION =
      required("definition", DefineLicenceType.CODEC, LicenceType::definition);
  private static final Field<LicenceType, Optional<Instant>> REPLACED_AT =
      optional("replacedAt", Codecs.SECONDS, LicenceType::replacedAt);
  private static final Field<LicenceType, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, LicenceType::history);

  /** The JSON form. */
  public static final ObjectCodec<LicenceType> CODEC =
      ObjectCodec.of(
          members ->
              new LicenceType(
                  members.get(DEFINITION), members.get(REPLACED_AT), members.get(HISTORY)),
          DEFINITION,
          REPLACED_AT,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<LicenceType> ENTITY =
      EntityType.of("type", 2, LicenceType.class, CODEC);

  /** The key of a version of a type. */
  public static EntityKey<LicenceType> key(LicenceTypeCode type, int version) {
    return ENTITY.key(type.text(), CatalogueVersion.text(version));
  }
}
