// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A governor's keys change. What the old keys said stands, but for the statements that are undone.
 *
 * @param city the city
 * @param retire the numbers of the keys that end
 * @param add the keys that begin
 * @param undone statements of a compromised key that are undone
 */
public record RotateGovernorKey(
    DivisionCode city, List<Integer> retire, List<KeyRegistration> add, List<StatementId> undone)
    implements Statement {
  private static final Field<RotateGovernorKey, DivisionCode> CITY =
      required("city", Terms.DIVISION, RotateGovernorKey::city);
  private static final Field<RotateGovernorKey, List<Integer>> RETIRE =
      required("retire", ListCodec.list(Codecs.count(1, 99_999), 0, 16), RotateGovernorKey::retire);
  private static final Field<RotateGovernorKey, List<KeyRegistration>> ADD =
      required("add", ListCodec.list(KeyRegistration.CODEC, 0, 4), RotateGovernorKey::add);
  private static final Field<RotateGovernorKey, List<StatementId>> UNDONE =
      required("undone", ListCodec.list(Terms.STATEMENT_ID, 0, 256), RotateGovernorKey::undone);

  /** The JSON form. */
  public static final ObjectCodec<RotateGovernorKey> CODEC =
      ObjectCodec.of(
          members ->
              new RotateGovernorKey(
                  members.get(CITY), members.get(RETIRE), members.get(ADD), members.get(UNDONE)),
          CITY,
          RETIRE,
          ADD,
          UNDONE);

  /** Copies of the given lists. */
  public RotateGovernorKey {
    retire = List.copyOf(retire);
    add = List.copyOf(add);
    undone = List.copyOf(undone);
  }

  @Override
  public Operation operation() {
    return Operation.ROTATE_GOVERNOR_KEY;
  }
}
