// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A definer defines a licence type, or its next version.
 *
 * @param type its code
 * @param version which version
 * @param name its name
 * @param holderCategory who holds it
 * @param attributes what it says
 * @param identifierSensitive whether its identifiers are personal data
 * @param classified whether it is a state secret, so that nothing of it may be hashed
 * @param effectiveFrom from when on
 */
public record DefineLicenceType(
    LicenceTypeCode type,
    int version,
    Name name,
    HolderCategory holderCategory,
    List<AttributeDefinition> attributes,
    boolean identifierSensitive,
    boolean classified,
    Instant effectiveFrom)
    implements Statement {
  private static final Field<DefineLicenceType, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, DefineLicenceType::type);
  private static final Field<DefineLicenceType, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), DefineLicenceType::version);
  private static final Field<DefineLicenceType, Name> NAME =
      required("name", Name.CODEC, DefineLicenceType::name);
  private static final Field<DefineLicenceType, HolderCategory> HOLDER_CATEGORY =
      required(
          "holderCategory",
          Codecs.enumeration(HolderCategory.class),
          DefineLicenceType::holderCategory);
  private static final Field<DefineLicenceType, List<AttributeDefinition>> ATTRIBUTES =
      required(
          "attributes",
          ListCodec.list(AttributeDefinition.CODEC, 1, 64),
          DefineLicenceType::attributes);
  private static final Field<DefineLicenceType, Boolean> IDENTIFIER_SENSITIVE =
      required("identifierSensitive", Codecs.BOOLEAN, DefineLicenceType::identifierSensitive);
  private static final Field<DefineLicenceType, Boolean> CLASSIFIED =
      required("classified", Codecs.BOOLEAN, DefineLicenceType::classified);
  private static final Field<DefineLicenceType, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, DefineLicenceType::effectiveFrom);

  /** The JSON form. */
  public static final ObjectCodec<DefineLicenceType> CODEC =
      ObjectCodec.of(
          members ->
              new DefineLicenceType(
                  members.get(TYPE),
                  members.get(VERSION),
                  members.get(NAME),
                  members.get(HOLDER_CATEGORY),
                  members.get(ATTRIBUTES),
                  members.get(IDENTIFIER_SENSITIVE),
                  members.get(CLASSIFIED),
                  members.get(EFFECTIVE_FROM)),
          TYPE,
          VERSION,
          NAME,
          HOLDER_CATEGORY,
          ATTRIBUTES,
          IDENTIFIER_SENSITIVE,
          CLASSIFIED,
          EFFECTIVE_FROM);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public DefineLicenceType {
    attributes = List.copyOf(attributes);
    if (attributes.stream().map(AttributeDefinition::shortName).distinct().count()
        != attributes.size()) {
      throw new IllegalArgumentException("every attribute has a short name of its own");
    }
  }

  @Override
  public Operation operation() {
    return Operation.DEFINE_LICENCE_TYPE;
  }
}
