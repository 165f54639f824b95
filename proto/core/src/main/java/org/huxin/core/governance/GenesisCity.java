// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Terms;

/**
 * A founding city.
 *
 * @param code its division
 * @param name its name
 * @param msp its organisation in Fabric
 * @param governor the authority that governs
 * @param governorName its name
 * @param governorKeys the governor's keys
 */
public record GenesisCity(
    DivisionCode code,
    Name name,
    MspId msp,
    Uscc governor,
    Name governorName,
    List<KeyRegistration> governorKeys) {
  private static final Field<GenesisCity, DivisionCode> CODE =
      required("code", Terms.DIVISION, GenesisCity::code);
  private static final Field<GenesisCity, Name> NAME =
      required("name", Name.CODEC, GenesisCity::name);
  private static final Field<GenesisCity, MspId> MSP =
      required("msp", Terms.MSP_ID, GenesisCity::msp);
  private static final Field<GenesisCity, Uscc> GOVERNOR =
      required("governor", Terms.USCC, GenesisCity::governor);
  private static final Field<GenesisCity, Name> GOVERNOR_NAME =
      required("governorName", Name.CODEC, GenesisCity::governorName);
  private static final Field<GenesisCity, List<KeyRegistration>> GOVERNOR_KEYS =
      required(
          "governorKeys", ListCodec.list(KeyRegistration.CODEC, 1, 4), GenesisCity::governorKeys);

  /** The JSON form. */
  public static final ObjectCodec<GenesisCity> CODEC =
      ObjectCodec.of(
          members ->
              new GenesisCity(
                  members.get(CODE),
                  members.get(NAME),
                  members.get(MSP),
                  members.get(GOVERNOR),
                  members.get(GOVERNOR_NAME),
                  members.get(GOVERNOR_KEYS)),
          CODE,
          NAME,
          MSP,
          GOVERNOR,
          GOVERNOR_NAME,
          GOVERNOR_KEYS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public GenesisCity {
    governorKeys = List.copyOf(governorKeys);
    boolean governorInCity = governor.division().filter(code::covers).isPresent();
    if (code.level() != DivisionCode.Level.CITY || !governorInCity) {
      throw new IllegalArgumentException("a city has a city's code, and its governor lies in it");
    }
  }
}
