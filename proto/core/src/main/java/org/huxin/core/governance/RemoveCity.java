// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A city leaves. It counts among the cities, but need not sign.
 *
 * @param city the city
 */
public record RemoveCity(DivisionCode city) implements Statement {
  private static final Field<RemoveCity, DivisionCode> CITY =
      required("city", Terms.DIVISION, RemoveCity::city);

  /** The JSON form. */
  public static final ObjectCodec<RemoveCity> CODEC =
      ObjectCodec.of(members -> new RemoveCity(members.get(CITY)), CITY);

  @Override
  public Operation operation() {
    return Operation.REMOVE_CITY;
  }
}
