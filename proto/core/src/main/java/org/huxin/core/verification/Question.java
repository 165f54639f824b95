// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.statement.Terms;

/**
 * What a verifier asks of whoever holds a view of the ledger: nothing of the document, and of a
 * person nothing but commitments (proto/spec/question.md).
 *
 * @param record the licence's record
 * @param batch the batch that it is said to be in
 * @param inclusion its place there
 * @param seal what the check of its seal found; empty if no seal was checked
 * @param context who asks, for what; empty if neither recognition nor authorization is asked
 * @param asOf the legal time
 * @param knownAt by when the ledger must have recorded what counts; empty for all that it has
 * @param greatestAge how old the view may be, in seconds; empty for any age
 */
public record Question(
    LicenceRecord record,
    StatementId batch,
    InclusionProof inclusion,
    Optional<SealFindings> seal,
    Optional<AskingContext> context,
    Instant asOf,
    Optional<Instant> knownAt,
    Optional<Integer> greatestAge) {
  /** A year. */
  public static final int MAX_AGE = 31_536_000;

  private static final Field<Question, LicenceRecord> RECORD =
      required("record", LicenceRecord.CODEC, Question::record);
  private static final Field<Question, StatementId> BATCH =
      required("batch", Terms.STATEMENT_ID, Question::batch);
  private static final Field<Question, InclusionProof> INCLUSION =
      required("inclusion", InclusionProof.CODEC, Question::inclusion);
  private static final Field<Question, Optional<SealFindings>> SEAL =
      optional("seal", SealFindings.CODEC, Question::seal);
  private static final Field<Question, Optional<AskingContext>> CONTEXT =
      optional("context", AskingContext.CODEC, Question::context);
  private static final Field<Question, Instant> AS_OF =
      required("asOf", Codecs.SECONDS, Question::asOf);
  private static final Field<Question, Optional<Instant>> KNOWN_AT =
      optional("knownAt", Codecs.SECONDS, Question::knownAt);
  private static final Field<Question, Optional<Integer>> GREATEST_AGE =
      optional("greatestAge", Codecs.count(1, MAX_AGE), Question::greatestAge);

  /** The JSON form. */
  public static final ObjectCodec<Question> CODEC =
      ObjectCodec.of(
          members ->
              new Question(
                  members.get(RECORD),
                  members.get(BATCH),
                  members.get(INCLUSION),
                  members.get(SEAL),
                  members.get(CONTEXT),
                  members.get(AS_OF),
                  members.get(KNOWN_AT),
                  members.get(GREATEST_AGE)),
          RECORD,
          BATCH,
          INCLUSION,
          SEAL,
          CONTEXT,
          AS_OF,
          KNOWN_AT,
          GREATEST_AGE);
}
