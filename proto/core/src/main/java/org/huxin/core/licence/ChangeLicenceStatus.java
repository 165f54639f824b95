// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.stream.Stream;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * The status of licences of one issuer, type and division changes: all of them or none.
 *
 * @param issuer who issued them
 * @param type their type
 * @param division where they were issued
 * @param decisions what happens to which
 */
public record ChangeLicenceStatus(
    Uscc issuer, LicenceTypeCode type, DivisionCode division, List<StatusDecision> decisions)
    implements Statement {
  private static final Field<ChangeLicenceStatus, Uscc> ISSUER =
      required("issuer", Terms.USCC, ChangeLicenceStatus::issuer);
  private static final Field<ChangeLicenceStatus, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, ChangeLicenceStatus::type);
  private static final Field<ChangeLicenceStatus, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, ChangeLicenceStatus::division);
  private static final Field<ChangeLicenceStatus, List<StatusDecision>> DECISIONS =
      required(
          "decisions",
          ListCodec.list(StatusDecision.CODEC, 1, 1000),
          ChangeLicenceStatus::decisions);

  /** The JSON form. */
  public static final ObjectCodec<ChangeLicenceStatus> CODEC =
      ObjectCodec.of(
          members ->
              new ChangeLicenceStatus(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(DECISIONS)),
          ISSUER,
          TYPE,
          DIVISION,
          DECISIONS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public ChangeLicenceStatus {
    decisions = List.copyOf(decisions);
    if (licences(decisions).distinct().count() != licences(decisions).count()) {
      throw new IllegalArgumentException("each licence once");
    }
  }

  /** How many licences it is about. */
  public int size() {
    return (int) licences(decisions).count();
  }

  private static Stream<AnchorKey> licences(List<StatusDecision> decisions) {
    return decisions.stream()
        .flatMap(decision -> decision.licences().stream())
        .map(DecidedLicence::anchorKey);
  }

  @Override
  public Operation operation() {
    return Operation.CHANGE_LICENCE_STATUS;
  }
}
