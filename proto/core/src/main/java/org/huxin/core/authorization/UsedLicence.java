// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;

/**
 * One licence that was used, under one authorization.
 *
 * @param authorization under which
 * @param type its type
 * @param division issued where
 * @param ref which, blinded
 * @param fields which attributes were shown
 * @param sealed for the holder: the use, sealed to the trail key
 */
public record UsedLicence(
    Optional<StatementId> authorization,
    LicenceTypeCode type,
    DivisionCode division,
    BlindedRef ref,
    List<FieldName> fields,
    Bytes sealed) {
  private static final Field<UsedLicence, Optional<StatementId>> AUTHORIZATION =
      optional("authorization", Terms.STATEMENT_ID, UsedLicence::authorization);
  private static final Field<UsedLicence, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, UsedLicence::type);
  private static final Field<UsedLicence, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, UsedLicence::division);
  private static final Field<UsedLicence, BlindedRef> REF =
      required("ref", BlindedRef.CODEC, UsedLicence::ref);
  private static final Field<UsedLicence, List<FieldName>> FIELDS =
      required("fields", ListCodec.set(FieldName.CODEC, 0, 128), UsedLicence::fields);
  private static final Field<UsedLicence, Bytes> SEALED =
      required("sealed", Codecs.bytesUpTo(1_024), UsedLicence::sealed);

  /** The JSON form. */
  public static final ObjectCodec<UsedLicence> CODEC =
      ObjectCodec.of(
          members ->
              new UsedLicence(
                  members.get(AUTHORIZATION),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(REF),
                  members.get(FIELDS),
                  members.get(SEALED)),
          AUTHORIZATION,
          TYPE,
          DIVISION,
          REF,
          FIELDS,
          SEALED);

  /** Copies of the given lists. */
  public UsedLicence {
    fields = List.copyOf(fields);
  }
}
