// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/**
 * A city joins: its governor, keys and divisions. Signed by the governors of the cities that are
 * in.
 *
 * @param city the city
 * @param divisions the divisions beneath it
 */
public record AdmitCity(GenesisCity city, List<NamedDivision> divisions) implements Statement {
  private static final Field<AdmitCity, GenesisCity> CITY =
      required("city", GenesisCity.CODEC, AdmitCity::city);
  private static final Field<AdmitCity, List<NamedDivision>> DIVISIONS =
      required("divisions", ListCodec.list(NamedDivision.CODEC, 0, 64), AdmitCity::divisions);

  /** The JSON form. */
  public static final ObjectCodec<AdmitCity> CODEC =
      ObjectCodec.of(
          members -> new AdmitCity(members.get(CITY), members.get(DIVISIONS)), CITY, DIVISIONS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public AdmitCity {
    divisions = List.copyOf(divisions);
    NamedDivision.requireBeneath(city.code(), divisions);
  }

  @Override
  public Operation operation() {
    return Operation.ADMIT_CITY;
  }
}
