// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A governor names the divisions beneath its city and the endpoints of its node.
 *
 * @param city the city
 * @param divisions the divisions beneath it
 * @param endpoints of the city's node
 */
public record UpdateDivisions(
    DivisionCode city, List<NamedDivision> divisions, List<Endpoint> endpoints)
    implements Statement {
  private static final Field<UpdateDivisions, DivisionCode> CITY =
      required("city", Terms.DIVISION, UpdateDivisions::city);
  private static final Field<UpdateDivisions, List<NamedDivision>> DIVISIONS =
      required("divisions", ListCodec.list(NamedDivision.CODEC, 0, 64), UpdateDivisions::divisions);
  private static final Field<UpdateDivisions, List<Endpoint>> ENDPOINTS =
      required("endpoints", ListCodec.list(Endpoint.CODEC, 0, 8), UpdateDivisions::endpoints);

  /** The JSON form. */
  public static final ObjectCodec<UpdateDivisions> CODEC =
      ObjectCodec.of(
          members ->
              new UpdateDivisions(
                  members.get(CITY), members.get(DIVISIONS), members.get(ENDPOINTS)),
          CITY,
          DIVISIONS,
          ENDPOINTS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public UpdateDivisions {
    divisions = List.copyOf(divisions);
    endpoints = List.copyOf(endpoints);
    NamedDivision.requireBeneath(city, divisions);
  }

  @Override
  public Operation operation() {
    return Operation.UPDATE_DIVISIONS;
  }
}
