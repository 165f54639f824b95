// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;

/**
 * An attribute of a licence type.
 *
 * @param name its name
 * @param shortName the name by which grants and uses speak of it
 * @param sensitivity how it is to be handled
 * @param disclosable whether it may be shown by itself
 */
public record AttributeDefinition(
    Name name, FieldName shortName, Sensitivity sensitivity, boolean disclosable) {
  private static final Field<AttributeDefinition, Name> NAME =
      required("name", Name.CODEC, AttributeDefinition::name);
  private static final Field<AttributeDefinition, FieldName> SHORT_NAME =
      required("shortName", FieldName.CODEC, AttributeDefinition::shortName);
  private static final Field<AttributeDefinition, Sensitivity> SENSITIVITY =
      required(
          "sensitivity", Codecs.enumeration(Sensitivity.class), AttributeDefinition::sensitivity);
  private static final Field<AttributeDefinition, Boolean> DISCLOSABLE =
      required("disclosable", Codecs.BOOLEAN, AttributeDefinition::disclosable);

  /** The JSON form. */
  public static final ObjectCodec<AttributeDefinition> CODEC =
      ObjectCodec.of(
          members ->
              new AttributeDefinition(
                  members.get(NAME),
                  members.get(SHORT_NAME),
                  members.get(SENSITIVITY),
                  members.get(DISCLOSABLE)),
          NAME,
          SHORT_NAME,
          SENSITIVITY,
          DISCLOSABLE);
}
