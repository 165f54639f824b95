// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * That a statement made a version, and when: the history entry of entities that keep nothing else.
 *
 * @param at when the ledger recorded it
 * @param statement which statement
 */
public record Revision(Instant at, StatementId statement) implements HistoryEntry {
  /**
   * A statement's name in a history: its digest in base64url. It is always SHA-256, and a history
   * repeats it in every entry, so it goes without the algorithm's name.
   */
  public static final Codec<StatementId> STATEMENT_ID =
      Codecs.text("statement hash", 43, Revision::read, Revision::print);

  private static final Field<Revision, Instant> AT = required("at", Codecs.SECONDS, Revision::at);
  private static final Field<Revision, StatementId> STATEMENT =
      required("statement", STATEMENT_ID, Revision::statement);

  /** The JSON form. */
  public static final ObjectCodec<Revision> CODEC =
      ObjectCodec.of(
          members -> new Revision(members.get(AT), members.get(STATEMENT)), AT, STATEMENT);

  /** The codec of a history of nothing else. */
  public static final ObjectCodec<History<Revision>> HISTORY = History.codec(CODEC);

  /**
   * Reads a statement's name in its short form.
   *
   * @throws IllegalArgumentException if the text is no SHA-256 in base64url
   */
  public static StatementId read(String text) {
    return new StatementId(new Digest(DigestAlgorithm.SHA_256, Bytes.fromBase64Url(text)));
  }

  /** A statement's name in its short form. */
  public static String print(StatementId statement) {
    return statement.digest().value().base64Url();
  }
}
