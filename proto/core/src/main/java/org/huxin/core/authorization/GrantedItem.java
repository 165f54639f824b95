// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Terms;

/**
 * What a grant covers of one licence or type.
 *
 * @param type the type
 * @param division issued where; empty for anywhere
 * @param ref which licence, blinded; empty for any of the type
 * @param fields which attributes may be shown
 */
public record GrantedItem(
    LicenceTypeCode type,
    Optional<DivisionCode> division,
    Optional<BlindedRef> ref,
    List<FieldName> fields) {
  private static final Field<GrantedItem, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, GrantedItem::type);
  private static final Field<GrantedItem, Optional<DivisionCode>> DIVISION =
      optional("division", Terms.DIVISION, GrantedItem::division);
  private static final Field<GrantedItem, Optional<BlindedRef>> REF =
      optional("ref", BlindedRef.CODEC, GrantedItem::ref);
  private static final Field<GrantedItem, List<FieldName>> FIELDS =
      required("fields", ListCodec.set(FieldName.CODEC, 0, 128), GrantedItem::fields);

  /** The JSON form. */
  public static final ObjectCodec<GrantedItem> CODEC =
      ObjectCodec.of(
          members ->
              new GrantedItem(
                  members.get(TYPE), members.get(DIVISION), members.get(REF), members.get(FIELDS)),
          TYPE,
          DIVISION,
          REF,
          FIELDS);

  /** Copies of the given lists. */
  public GrantedItem {
    fields = List.copyOf(fields);
  }
}
