// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * 一枚印章管审批: competence passes from one issuer to another in one step.
 *
 * @param type for what
 * @param division where
 * @param from who issued
 * @param to who issues
 * @param at from when on
 * @param basis digest of the legal basis
 * @param seals the seals that may seal it
 */
public record TransferCompetence(
    LicenceTypeCode type,
    DivisionCode division,
    Uscc from,
    Uscc to,
    Instant at,
    Digest basis,
    List<SealKey> seals)
    implements Statement {
  private static final Field<TransferCompetence, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, TransferCompetence::type);
  private static final Field<TransferCompetence, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, TransferCompetence::division);
  private static final Field<TransferCompetence, Uscc> FROM =
      required("from", Terms.USCC, TransferCompetence::from);
  private static final Field<TransferCompetence, Uscc> TO =
      required("to", Terms.USCC, TransferCompetence::to);
  private static final Field<TransferCompetence, Instant> AT =
      required("at", Codecs.SECONDS, TransferCompetence::at);
  private static final Field<TransferCompetence, Digest> BASIS =
      required("basis", Codecs.DIGEST, TransferCompetence::basis);
  private static final Field<TransferCompetence, List<SealKey>> SEALS =
      required("seals", ListCodec.set(Terms.SEAL_KEY, 0, 16), TransferCompetence::seals);

  /** The JSON form. */
  public static final ObjectCodec<TransferCompetence> CODEC =
      ObjectCodec.of(
          members ->
              new TransferCompetence(
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(FROM),
                  members.get(TO),
                  members.get(AT),
                  members.get(BASIS),
                  members.get(SEALS)),
          TYPE,
          DIVISION,
          FROM,
          TO,
          AT,
          BASIS,
          SEALS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public TransferCompetence {
    seals = List.copyOf(seals);
    if (from.equals(to)) {
      throw new IllegalArgumentException("competence passes to another authority");
    }
  }

  @Override
  public Operation operation() {
    return Operation.TRANSFER_COMPETENCE;
  }
}
