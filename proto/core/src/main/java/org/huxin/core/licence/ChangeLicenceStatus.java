// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
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
 * @param entries what happens to each
 */
public record ChangeLicenceStatus(
    Uscc issuer, LicenceTypeCode type, DivisionCode division, List<StatusEntry> entries)
    implements Statement {
  private static final Field<ChangeLicenceStatus, Uscc> ISSUER =
      required("issuer", Terms.USCC, ChangeLicenceStatus::issuer);
  private static final Field<ChangeLicenceStatus, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, ChangeLicenceStatus::type);
  private static final Field<ChangeLicenceStatus, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, ChangeLicenceStatus::division);
  private static final Field<ChangeLicenceStatus, List<StatusEntry>> ENTRIES =
      required("entries", ListCodec.list(StatusEntry.CODEC, 1, 1000), ChangeLicenceStatus::entries);

  /** The JSON form. */
  public static final ObjectCodec<ChangeLicenceStatus> CODEC =
      ObjectCodec.of(
          members ->
              new ChangeLicenceStatus(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(ENTRIES)),
          ISSUER,
          TYPE,
          DIVISION,
          ENTRIES);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public ChangeLicenceStatus {
    entries = List.copyOf(entries);
    if (entries.stream().map(StatusEntry::anchorKey).distinct().count() != entries.size()) {
      throw new IllegalArgumentException("each licence once");
    }
  }

  @Override
  public Operation operation() {
    return Operation.CHANGE_LICENCE_STATUS;
  }
}
