// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.core.statement.Title;
import org.huxin.crypto.digest.Digest;

/**
 * A governor proposes an agreement, which is named by the id of this statement.
 *
 * @param title its title
 * @param text digest of its text
 * @param parties the cities
 * @param rules what is recognised
 * @param validFrom from when on
 * @param validTo until when, exclusive; empty for open
 * @param noticeSeconds how long a notice runs
 */
public record ProposeAgreement(
    Title title,
    Digest text,
    List<DivisionCode> parties,
    List<RecognitionRule> rules,
    Instant validFrom,
    Optional<Instant> validTo,
    int noticeSeconds)
    implements Statement {
  private static final Field<ProposeAgreement, Title> TITLE =
      required("title", Title.CODEC, ProposeAgreement::title);
  private static final Field<ProposeAgreement, Digest> TEXT =
      required("text", Codecs.DIGEST, ProposeAgreement::text);
  private static final Field<ProposeAgreement, List<DivisionCode>> PARTIES =
      required("parties", ListCodec.set(Terms.DIVISION, 2, 16), ProposeAgreement::parties);
  private static final Field<ProposeAgreement, List<RecognitionRule>> RULES =
      required("rules", ListCodec.list(RecognitionRule.CODEC, 1, 256), ProposeAgreement::rules);
  private static final Field<ProposeAgreement, Instant> VALID_FROM =
      required("validFrom", Codecs.SECONDS, ProposeAgreement::validFrom);
  private static final Field<ProposeAgreement, Optional<Instant>> VALID_TO =
      optional("validTo", Codecs.SECONDS, ProposeAgreement::validTo);
  private static final Field<ProposeAgreement, Integer> NOTICE_SECONDS =
      required("noticeSeconds", Codecs.count(1, 31_536_000), ProposeAgreement::noticeSeconds);

  /** The JSON form. */
  public static final ObjectCodec<ProposeAgreement> CODEC =
      ObjectCodec.of(
          members ->
              new ProposeAgreement(
                  members.get(TITLE),
                  members.get(TEXT),
                  members.get(PARTIES),
                  members.get(RULES),
                  members.get(VALID_FROM),
                  members.get(VALID_TO),
                  members.get(NOTICE_SECONDS)),
          TITLE,
          TEXT,
          PARTIES,
          RULES,
          VALID_FROM,
          VALID_TO,
          NOTICE_SECONDS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public ProposeAgreement {
    parties = List.copyOf(parties);
    rules = List.copyOf(rules);
    if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  @Override
  public Operation operation() {
    return Operation.PROPOSE_AGREEMENT;
  }
}
