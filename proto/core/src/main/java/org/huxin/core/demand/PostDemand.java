// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.demand;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A consumer asks for licence data. The demand is named by the id of this statement.
 *
 * @param demander who asks
 * @param type for which type
 * @param division issued where
 * @param fields for which attributes
 * @param items for which services
 * @param supplier whom
 */
public record PostDemand(
    Uscc demander,
    LicenceTypeCode type,
    DivisionCode division,
    List<FieldName> fields,
    List<ServiceItemCode> items,
    Optional<Uscc> supplier)
    implements Statement {
  private static final Field<PostDemand, Uscc> DEMANDER =
      required("demander", Terms.USCC, PostDemand::demander);
  private static final Field<PostDemand, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, PostDemand::type);
  private static final Field<PostDemand, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, PostDemand::division);
  private static final Field<PostDemand, List<FieldName>> FIELDS =
      required("fields", ListCodec.set(FieldName.CODEC, 1, 64), PostDemand::fields);
  private static final Field<PostDemand, List<ServiceItemCode>> ITEMS =
      required("items", ListCodec.set(Terms.SERVICE_ITEM, 1, 64), PostDemand::items);
  private static final Field<PostDemand, Optional<Uscc>> SUPPLIER =
      optional("supplier", Terms.USCC, PostDemand::supplier);

  /** The JSON form. */
  public static final ObjectCodec<PostDemand> CODEC =
      ObjectCodec.of(
          members ->
              new PostDemand(
                  members.get(DEMANDER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(FIELDS),
                  members.get(ITEMS),
                  members.get(SUPPLIER)),
          DEMANDER,
          TYPE,
          DIVISION,
          FIELDS,
          ITEMS,
          SUPPLIER);

  /** Copies of the given lists. */
  public PostDemand {
    fields = List.copyOf(fields);
    items = List.copyOf(items);
  }

  @Override
  public Operation operation() {
    return Operation.POST_DEMAND;
  }
}
