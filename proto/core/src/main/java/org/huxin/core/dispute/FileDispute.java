// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.digest.Digest;

/**
 * A dispute about fields of a licence. It is named by the id of this statement.
 *
 * @param licence about which
 * @param raiser who raises it
 * @param channel where
 * @param fields about which attributes
 * @param evidence digest of the evidence
 */
public record FileDispute(
    LicenceRef licence, Raiser raiser, Channel channel, List<FieldName> fields, Digest evidence)
    implements Statement {
  private static final Field<FileDispute, LicenceRef> LICENCE =
      required("licence", LicenceRef.CODEC, FileDispute::licence);
  private static final Field<FileDispute, Raiser> RAISER =
      required("raiser", Codecs.enumeration(Raiser.class), FileDispute::raiser);
  private static final Field<FileDispute, Channel> CHANNEL =
      required("channel", Codecs.enumeration(Channel.class), FileDispute::channel);
  private static final Field<FileDispute, List<FieldName>> FIELDS =
      required("fields", ListCodec.set(FieldName.CODEC, 1, 64), FileDispute::fields);
  private static final Field<FileDispute, Digest> EVIDENCE =
      required("evidence", Codecs.DIGEST, FileDispute::evidence);

  /** The JSON form. */
  public static final ObjectCodec<FileDispute> CODEC =
      ObjectCodec.of(
          members ->
              new FileDispute(
                  members.get(LICENCE),
                  members.get(RAISER),
                  members.get(CHANNEL),
                  members.get(FIELDS),
                  members.get(EVIDENCE)),
          LICENCE,
          RAISER,
          CHANNEL,
          FIELDS,
          EVIDENCE);

  /** Copies of the given lists. */
  public FileDispute {
    fields = List.copyOf(fields);
  }

  @Override
  public Operation operation() {
    return Operation.FILE_DISPUTE;
  }
}
