// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.HashSet;
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

  /** Whether the use of a licence lies within. */
  public boolean covers(UsedLicence use) {
    return covers(
        new GrantedItem(
            use.type(), Optional.of(use.division()), Optional.of(use.ref()), use.fields()));
  }

  /**
   * Whether what an agent passes on lies within: the same type and, where they are named, the same
   * licence and a division beneath; no other attribute.
   */
  public boolean covers(GrantedItem narrower) {
    boolean place =
        division.isEmpty()
            || (narrower.division.isPresent() && division.get().covers(narrower.division.get()));
    boolean licence = ref.isEmpty() || ref.equals(narrower.ref);
    return type.equals(narrower.type)
        && place
        && licence
        && new HashSet<>(fields).containsAll(narrower.fields);
  }
}
