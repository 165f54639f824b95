// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.digest.Digest;

/**
 * Where the licences of a batch come from, so that both sides can be reconciled.
 *
 * @param digest digest of the source
 * @param firstRow the first row, from 0
 * @param rows how many rows
 * @param rejected how many of them were rejected
 */
public record BatchSource(Digest digest, int firstRow, int rows, int rejected) {
  private static final Field<BatchSource, Digest> DIGEST =
      required("digest", Codecs.DIGEST, BatchSource::digest);
  private static final Field<BatchSource, Integer> FIRST_ROW =
      required("firstRow", Codecs.count(0, 2_000_000_000), BatchSource::firstRow);
  private static final Field<BatchSource, Integer> ROWS =
      required("rows", Codecs.count(1, 2_000_000), BatchSource::rows);
  private static final Field<BatchSource, Integer> REJECTED =
      required("rejected", Codecs.count(0, 2_000_000), BatchSource::rejected);

  /** The JSON form. */
  public static final ObjectCodec<BatchSource> CODEC =
      ObjectCodec.of(
          members ->
              new BatchSource(
                  members.get(DIGEST),
                  members.get(FIRST_ROW),
                  members.get(ROWS),
                  members.get(REJECTED)),
          DIGEST,
          FIRST_ROW,
          ROWS,
          REJECTED);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public BatchSource {
    if (rejected > rows) {
      throw new IllegalArgumentException("no more rows are rejected than there are");
    }
  }
}
