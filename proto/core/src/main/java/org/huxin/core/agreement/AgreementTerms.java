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
import org.huxin.core.statement.Terms;
import org.huxin.core.statement.Title;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * What the parties of an agreement agree on. Each signs the digest of its canonical form.
 *
 * @param title its title
 * @param text digest of its text
 * @param parties the cities
 * @param rules what is recognised
 * @param validFrom from when on
 * @param validTo until when, exclusive; empty for open
 * @param noticeSeconds how long a notice runs
 */
public record AgreementTerms(
    Title title,
    Digest text,
    List<DivisionCode> parties,
    List<RecognitionRule> rules,
    Instant validFrom,
    Optional<Instant> validTo,
    int noticeSeconds) {
  private static final Field<AgreementTerms, Title> TITLE =
      required("title", Title.CODEC, AgreementTerms::title);
  private static final Field<AgreementTerms, Digest> TEXT =
      required("text", Codecs.DIGEST, AgreementTerms::text);
  private static final Field<AgreementTerms, List<DivisionCode>> PARTIES =
      required("parties", ListCodec.set(Terms.DIVISION, 2, 16), AgreementTerms::parties);
  private static final Field<AgreementTerms, List<RecognitionRule>> RULES =
      required("rules", ListCodec.list(RecognitionRule.CODEC, 1, 256), AgreementTerms::rules);
  private static final Field<AgreementTerms, Instant> VALID_FROM =
      required("validFrom", Codecs.SECONDS, AgreementTerms::validFrom);
  private static final Field<AgreementTerms, Optional<Instant>> VALID_TO =
      optional("validTo", Codecs.SECONDS, AgreementTerms::validTo);
  private static final Field<AgreementTerms, Integer> NOTICE_SECONDS =
      required("noticeSeconds", Codecs.count(1, 31_536_000), AgreementTerms::noticeSeconds);

  /** The JSON form. */
  public static final ObjectCodec<AgreementTerms> CODEC =
      ObjectCodec.of(
          members ->
              new AgreementTerms(
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
  public AgreementTerms {
    parties = List.copyOf(parties);
    rules = List.copyOf(rules);
    if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  /** SHA-256 of the canonical form: what each party signs. */
  public Digest digest() {
    return DigestAlgorithm.SHA_256.digest(CODEC.toBytes(this));
  }

  /** Whether a time lies within its window, which ends before {@link #validTo}. */
  public boolean holds(Instant time) {
    return !time.isBefore(validFrom) && (validTo.isEmpty() || time.isBefore(validTo.get()));
  }
}
