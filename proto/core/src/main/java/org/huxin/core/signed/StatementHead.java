// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.statement.Terms;

/**
 * What every statement says besides its own members.
 *
 * @param ledger for which ledger it is meant
 * @param issuedAt when its signer signed: the member {@code iat}
 * @param replaces the state version that it replaces, from 1; empty if it creates or only takes
 *     away
 */
public record StatementHead(LedgerId ledger, Instant issuedAt, Optional<Integer> replaces) {
  /** More versions than anything on the ledger will have. */
  private static final int MAX_VERSION = 1_000_000;

  private static final Field<StatementHead, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, StatementHead::ledger);
  private static final Field<StatementHead, Instant> ISSUED_AT =
      required("iat", Codecs.SECONDS, StatementHead::issuedAt);
  private static final Field<StatementHead, Optional<Integer>> REPLACES =
      optional("replaces", Codecs.count(1, MAX_VERSION), StatementHead::replaces);

  /** The JSON form: three members of the payload. */
  public static final ObjectCodec<StatementHead> CODEC =
      ObjectCodec.of(
          members ->
              new StatementHead(members.get(LEDGER), members.get(ISSUED_AT), members.get(REPLACES)),
          LEDGER,
          ISSUED_AT,
          REPLACES);

  /** The head of a statement that replaces nothing. */
  public static StatementHead of(LedgerId ledger, Instant issuedAt) {
    return new StatementHead(ledger, issuedAt, Optional.empty());
  }
}
