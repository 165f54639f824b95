// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Terms;

/**
 * A division and its name.
 *
 * @param code its code
 * @param name its name
 */
public record NamedDivision(DivisionCode code, Name name) {
  private static final Field<NamedDivision, DivisionCode> CODE =
      required("code", Terms.DIVISION, NamedDivision::code);
  private static final Field<NamedDivision, Name> NAME =
      required("name", Name.CODEC, NamedDivision::name);

  /** The JSON form. */
  public static final ObjectCodec<NamedDivision> CODEC =
      ObjectCodec.of(
          members -> new NamedDivision(members.get(CODE), members.get(NAME)), CODE, NAME);

  /**
   * Refuses a list in which a division stands twice, or does not lie beneath the city.
   *
   * @throws IllegalArgumentException if so
   */
  static void requireBeneath(DivisionCode city, List<NamedDivision> divisions) {
    boolean beneath =
        divisions.stream()
            .map(NamedDivision::code)
            .allMatch(code -> city.covers(code) && !city.equals(code));
    if (!beneath
        || divisions.stream().map(NamedDivision::code).distinct().count() != divisions.size()) {
      throw new IllegalArgumentException("every division lies beneath the city, and stands once");
    }
  }
}
