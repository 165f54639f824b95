// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * An issuer is no longer competent.
 *
 * @param issuer who issued
 * @param type what
 * @param division where
 * @param at from when on
 * @param basis digest of the legal basis
 */
public record CloseAccreditation(
    Uscc issuer, LicenceTypeCode type, DivisionCode division, Instant at, Digest basis)
    implements Statement {
  private static final Field<CloseAccreditation, Uscc> ISSUER =
      required("issuer", Terms.USCC, CloseAccreditation::issuer);
  private static final Field<CloseAccreditation, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, CloseAccreditation::type);
  private static final Field<CloseAccreditation, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, CloseAccreditation::division);
  private static final Field<CloseAccreditation, Instant> AT =
      required("at", Codecs.SECONDS, CloseAccreditation::at);
  private static final Field<CloseAccreditation, Digest> BASIS =
      required("basis", Codecs.DIGEST, CloseAccreditation::basis);

  /** The JSON form. */
  public static final ObjectCodec<CloseAccreditation> CODEC =
      ObjectCodec.of(
          members ->
              new CloseAccreditation(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(AT),
                  members.get(BASIS)),
          ISSUER,
          TYPE,
          DIVISION,
          AT,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.CLOSE_ACCREDITATION;
  }
}
