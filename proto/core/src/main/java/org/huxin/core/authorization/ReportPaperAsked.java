// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.required;

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
 * A holder or an auditor reports a paper that was asked for although the check said otherwise.
 *
 * @param consumer who asked
 * @param item in which service
 * @param material for which material
 * @param receipt digest of the node's receipt
 */
public record ReportPaperAsked(Uscc consumer, ServiceItemCode item, Code material, Digest receipt)
    implements Statement {
  private static final Field<ReportPaperAsked, Uscc> CONSUMER =
      required("consumer", Terms.USCC, ReportPaperAsked::consumer);
  private static final Field<ReportPaperAsked, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, ReportPaperAsked::item);
  private static final Field<ReportPaperAsked, Code> MATERIAL =
      required("material", Code.CODEC, ReportPaperAsked::material);
  private static final Field<ReportPaperAsked, Digest> RECEIPT =
      required("receipt", Codecs.DIGEST, ReportPaperAsked::receipt);

  /** The JSON form. */
  public static final ObjectCodec<ReportPaperAsked> CODEC =
      ObjectCodec.of(
          members ->
              new ReportPaperAsked(
                  members.get(CONSUMER),
                  members.get(ITEM),
                  members.get(MATERIAL),
                  members.get(RECEIPT)),
          CONSUMER,
          ITEM,
          MATERIAL,
          RECEIPT);

  @Override
  public Operation operation() {
    return Operation.REPORT_PAPER_ASKED;
  }
}
