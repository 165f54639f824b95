// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Name;

/**
 * A material that a service item asks for.
 *
 * @param code its code
 * @param name its name
 * @param mode whether it must be there at once
 * @param anyOf the licence types of which any one serves
 * @param deadlineDays when a deferred one is due
 */
public record Material(
    Code code,
    Name name,
    MaterialMode mode,
    List<AcceptedLicence> anyOf,
    Optional<Integer> deadlineDays) {
  private static final Field<Material, Code> CODE = required("code", Code.CODEC, Material::code);
  private static final Field<Material, Name> NAME = required("name", Name.CODEC, Material::name);
  private static final Field<Material, MaterialMode> MODE =
      required("mode", Codecs.enumeration(MaterialMode.class), Material::mode);
  private static final Field<Material, List<AcceptedLicence>> ANY_OF =
      required("anyOf", ListCodec.list(AcceptedLicence.CODEC, 1, 16), Material::anyOf);
  private static final Field<Material, Optional<Integer>> DEADLINE_DAYS =
      optional("deadlineDays", Codecs.count(1, 3_650), Material::deadlineDays);

  /** The JSON form. */
  public static final ObjectCodec<Material> CODEC =
      ObjectCodec.of(
          members ->
              new Material(
                  members.get(CODE),
                  members.get(NAME),
                  members.get(MODE),
                  members.get(ANY_OF),
                  members.get(DEADLINE_DAYS)),
          CODE,
          NAME,
          MODE,
          ANY_OF,
          DEADLINE_DAYS);

  /** Copies of the given lists. */
  public Material {
    anyOf = List.copyOf(anyOf);
  }
}
