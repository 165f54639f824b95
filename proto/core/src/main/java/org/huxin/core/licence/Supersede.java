// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Terms;

/**
 * An earlier licence whose place the batch takes.
 *
 * @param licence the earlier one
 * @param reason why
 * @param dispute the dispute that it corrects
 * @param agreement for a licence of another city that is transferred in: the agreement
 */
public record Supersede(
    LicenceRef licence,
    SupersedeReason reason,
    Optional<StatementId> dispute,
    Optional<StatementId> agreement) {
  private static final Field<Supersede, LicenceRef> LICENCE =
      required("licence", LicenceRef.CODEC, Supersede::licence);
  private static final Field<Supersede, SupersedeReason> REASON =
      required("reason", Codecs.enumeration(SupersedeReason.class), Supersede::reason);
  private static final Field<Supersede, Optional<StatementId>> DISPUTE =
      optional("dispute", Terms.STATEMENT_ID, Supersede::dispute);
  private static final Field<Supersede, Optional<StatementId>> AGREEMENT =
      optional("agreement", Terms.STATEMENT_ID, Supersede::agreement);

  /** The JSON form. */
  public static final ObjectCodec<Supersede> CODEC =
      ObjectCodec.of(
          members ->
              new Supersede(
                  members.get(LICENCE),
                  members.get(REASON),
                  members.get(DISPUTE),
                  members.get(AGREEMENT)),
          LICENCE,
          REASON,
          DISPUTE,
          AGREEMENT);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public Supersede {
    if ((reason == SupersedeReason.TRANSFERRED_IN) != agreement.isPresent()) {
      throw new IllegalArgumentException("an agreement belongs to a transfer");
    }
    if (dispute.isPresent() && reason != SupersedeReason.CORRECTED) {
      throw new IllegalArgumentException("a dispute belongs to a correction");
    }
  }
}
