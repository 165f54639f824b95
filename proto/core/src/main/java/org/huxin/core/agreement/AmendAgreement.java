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
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.core.statement.Title;
import org.huxin.crypto.digest.Digest;

/**
 * A governor proposes the next version of an agreement; the old one holds until every party signed.
 *
 * @param agreement which
 * @param version the next version
 * @param title its title
 * @param text digest of its text
 * @param parties the cities
 * @param rules what is recognised
 * @param validFrom from when on
 * @param validTo until when, exclusive; empty for open
 * @param noticeSeconds how long a notice runs
 */
public record AmendAgreement(
    StatementId agreement,
    int version,
    Title title,
    Digest text,
    List<DivisionCode> parties,
    List<RecognitionRule> rules,
    Instant validFrom,
    Optional<Instant> validTo,
    int noticeSeconds)
    implements Statement {
  private static final Field<AmendAgreement, StatementId> AGREEMENT =
      required("agreement", Terms.STATEMENT_ID, AmendAgreement::agreement);
  private static final Field<AmendAgreement, Integer> VERSION =
      required("version", Codecs.count(2, 9_999), AmendAgreement::version);
  private static final Field<AmendAgreement, Title> TITLE =
      required("title", Title.CODEC, AmendAgreement::title);
  private static final Field<AmendAgreement, Digest> TEXT =
      required("text", Codecs.DIGEST, AmendAgreement::text);
  private static final Field<AmendAgreement, List<DivisionCode>> PARTIES =
      required("parties", ListCodec.set(Terms.DIVISION, 2, 16), AmendAgreement::parties);
  private static final Field<AmendAgreement, List<RecognitionRule>> RULES =
      required("rules", ListCodec.list(RecognitionRule.CODEC, 1, 256), AmendAgreement::rules);
  private static final Field<AmendAgreement, Instant> VALID_FROM =
      required("validFrom", Codecs.SECONDS, AmendAgreement::validFrom);
  private static final Field<AmendAgreement, Optional<Instant>> VALID_TO =
      optional("validTo", Codecs.SECONDS, AmendAgreement::validTo);
  private static final Field<AmendAgreement, Integer> NOTICE_SECONDS =
      required("noticeSeconds", Codecs.count(1, 31_536_000), AmendAgreement::noticeSeconds);

  /** The JSON form. */
  public static final ObjectCodec<AmendAgreement> CODEC =
      ObjectCodec.of(
          members ->
              new AmendAgreement(
                  members.get(AGREEMENT),
                  members.get(VERSION),
                  members.get(TITLE),
                  members.get(TEXT),
                  members.get(PARTIES),
                  members.get(RULES),
                  members.get(VALID_FROM),
                  members.get(VALID_TO),
                  members.get(NOTICE_SECONDS)),
          AGREEMENT,
          VERSION,
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
  public AmendAgreement {
    parties = List.copyOf(parties);
    rules = List.copyOf(rules);
    if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  @Override
  public Operation operation() {
    return Operation.AMEND_AGREEMENT;
  }
}
