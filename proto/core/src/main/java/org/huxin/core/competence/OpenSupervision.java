// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
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
 * An authority supervises a type in a division.
 *
 * @param supervisor who supervises
 * @param type what
 * @param division where
 * @param from from when on
 * @param to until when, exclusive; empty for open
 * @param basis digest of the legal basis
 */
public record OpenSupervision(
    Uscc supervisor,
    LicenceTypeCode type,
    DivisionCode division,
    Instant from,
    Optional<Instant> to,
    Digest basis)
    implements Statement {
  private static final Field<OpenSupervision, Uscc> SUPERVISOR =
      required("supervisor", Terms.USCC, OpenSupervision::supervisor);
  private static final Field<OpenSupervision, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, OpenSupervision::type);
  private static final Field<OpenSupervision, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, OpenSupervision::division);
  private static final Field<OpenSupervision, Instant> FROM =
      required("from", Codecs.SECONDS, OpenSupervision::from);
  private static final Field<OpenSupervision, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, OpenSupervision::to);
  private static final Field<OpenSupervision, Digest> BASIS =
      required("basis", Codecs.DIGEST, OpenSupervision::basis);

  /** The JSON form. */
  public static final ObjectCodec<OpenSupervision> CODEC =
      ObjectCodec.of(
          members ->
              new OpenSupervision(
                  members.get(SUPERVISOR),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(FROM),
                  members.get(TO),
                  members.get(BASIS)),
          SUPERVISOR,
          TYPE,
          DIVISION,
          FROM,
          TO,
          BASIS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public OpenSupervision {
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  @Override
  public Operation operation() {
    return Operation.OPEN_SUPERVISION;
  }
}
