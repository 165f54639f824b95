// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A consumer records that it asked for a paper, and the check that it made before.
 *
 * @param consumer who asked
 * @param item in which service
 * @param business commitment to the business
 * @param material for which material
 * @param reason why
 * @param receipt digest of a node's receipt; empty if no check was made
 */
public record RecordPaperRequest(
    Uscc consumer,
    ServiceItemCode item,
    Digest business,
    Code material,
    PaperReason reason,
    Optional<Digest> receipt)
    implements Statement {
  private static final Field<RecordPaperRequest, Uscc> CONSUMER =
      required("consumer", Terms.USCC, RecordPaperRequest::consumer);
  private static final Field<RecordPaperRequest, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, RecordPaperRequest::item);
  private static final Field<RecordPaperRequest, Digest> BUSINESS =
      required("business", Codecs.DIGEST, RecordPaperRequest::business);
  private static final Field<RecordPaperRequest, Code> MATERIAL =
      required("material", Code.CODEC, RecordPaperRequest::material);
  private static final Field<RecordPaperRequest, PaperReason> REASON =
      required("reason", Codecs.enumeration(PaperReason.class), RecordPaperRequest::reason);
  private static final Field<RecordPaperRequest, Optional<Digest>> RECEIPT =
      optional("receipt", Codecs.DIGEST, RecordPaperRequest::receipt);

  /** The JSON form. */
  public static final ObjectCodec<RecordPaperRequest> CODEC =
      ObjectCodec.of(
          members ->
              new RecordPaperRequest(
                  members.get(CONSUMER),
                  members.get(ITEM),
                  members.get(BUSINESS),
                  members.get(MATERIAL),
                  members.get(REASON),
                  members.get(RECEIPT)),
          CONSUMER,
          ITEM,
          BUSINESS,
          MATERIAL,
          REASON,
          RECEIPT);

  @Override
  public Operation operation() {
    return Operation.RECORD_PAPER_REQUEST;
  }
}
