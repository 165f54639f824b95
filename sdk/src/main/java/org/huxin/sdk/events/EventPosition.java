// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import static org.huxin.core.codec.Field.required;

import java.util.regex.Pattern;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.statement.Terms;

/**
 * The place of an event on a ledger (proto/spec/event-checkpoint.md). A transaction has one event
 * at most, so its name is enough within the block. It is always the place of an event: Fabric
 * delivers nothing after a transaction that had none.
 *
 * @param ledger the ledger
 * @param block the number of the block, from 0
 * @param transaction the transaction that set the event, 64 hexadecimal digits
 */
public record EventPosition(LedgerId ledger, long block, String transaction) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** The greatest integer that every JSON reader keeps. */
  private static final long LAST_BLOCK = (1L << 53) - 1;

  private static final Codec<String> TRANSACTION =
      Codecs.text("transaction id", 64, EventPosition::checked, text -> text);

  private static final Field<EventPosition, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, EventPosition::ledger);
  private static final Field<EventPosition, Long> BLOCK =
      required("block", Codecs.integer(0, LAST_BLOCK), EventPosition::block);
  private static final Field<EventPosition, String> TRANSACTION_FIELD =
      required("transaction", TRANSACTION, EventPosition::transaction);

  /** The JSON form. */
  public static final ObjectCodec<EventPosition> CODEC =
      ObjectCodec.of(
          members ->
              new EventPosition(
                  members.get(LEDGER), members.get(BLOCK), members.get(TRANSACTION_FIELD)),
          LEDGER,
          BLOCK,
          TRANSACTION_FIELD);

  /**
   * A place.
   *
   * @throws IllegalArgumentException if the block or the transaction has another form
   */
  public EventPosition {
    if (block < 0 || block > LAST_BLOCK) {
      throw new IllegalArgumentException("no number of a block");
    }
    checked(transaction);
  }

  private static String checked(String transaction) {
    if (!HEX.matcher(transaction).matches()) {
      throw new IllegalArgumentException("no transaction id");
    }
    return transaction;
  }
}
