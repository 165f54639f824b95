// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.checkpoint;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;

/**
 * A city's node publishes a checkpoint of its log, cosigned by others.
 *
 * @param city whose
 * @param size how many entries its log has
 * @param root the root of its log
 * @param note the signed note: C2SP tlog-checkpoint, with cosignatures
 */
public record PublishCheckpoint(DivisionCode city, int size, Digest root, Bytes note)
    implements Statement {
  private static final Field<PublishCheckpoint, DivisionCode> CITY =
      required("city", Terms.DIVISION, PublishCheckpoint::city);
  private static final Field<PublishCheckpoint, Integer> SIZE =
      required("size", Codecs.count(1, 2_000_000_000), PublishCheckpoint::size);
  private static final Field<PublishCheckpoint, Digest> ROOT =
      required("root", Codecs.DIGEST, PublishCheckpoint::root);
  private static final Field<PublishCheckpoint, Bytes> NOTE =
      required("note", Codecs.bytesUpTo(8_192), PublishCheckpoint::note);

  /** The JSON form. */
  public static final ObjectCodec<PublishCheckpoint> CODEC =
      ObjectCodec.of(
          members ->
              new PublishCheckpoint(
                  members.get(CITY), members.get(SIZE), members.get(ROOT), members.get(NOTE)),
          CITY,
          SIZE,
          ROOT,
          NOTE);

  @Override
  public Operation operation() {
    return Operation.PUBLISH_CHECKPOINT;
  }
}
