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
 * An authority no longer supervises.
 *
 * @param supervisor who supervised
 * @param type what
 * @param division where
 * @param at from when on
 * @param basis digest of the legal basis
 */
public record CloseSupervision(
    Uscc supervisor, LicenceTypeCode type, DivisionCode division, Instant at, Digest basis)
    implements Statement {
  private static final Field<CloseSupervision, Uscc> SUPERVISOR =
      required("supervisor", Terms.USCC, CloseSupervision::supervisor);
  private static final Field<CloseSupervision, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, CloseSupervision::type);
  private static final Field<CloseSupervision, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, CloseSupervision::division);
  private static final Field<CloseSupervision, Instant> AT =
      required("at", Codecs.SECONDS, CloseSupervision::at);
  private static final Field<CloseSupervision, Digest> BASIS =
      required("basis", Codecs.DIGEST, CloseSupervision::basis);

  /** The JSON form. */
  public static final ObjectCodec<CloseSupervision> CODEC =
      ObjectCodec.of(
          members ->
              new CloseSupervision(
                  members.get(SUPERVISOR),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(AT),
                  members.get(BASIS)),
          SUPERVISOR,
          TYPE,
          DIVISION,
          AT,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.CLOSE_SUPERVISION;
  }
}
