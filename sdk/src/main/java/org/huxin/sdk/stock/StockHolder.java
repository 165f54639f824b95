// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.HolderCodeType;

/**
 * In which columns an old system keeps a holder.
 *
 * @param code 持证主体代码
 * @param type what kind of number it always is; empty if a column says so
 * @param typeColumn the column with the standard's three digits of the kind; exactly if there is no
 *     {@code type}
 */
public record StockHolder(String code, Optional<HolderCodeType> type, Optional<String> typeColumn) {
  private static final int DIGITS = 3;

  private static final Codec<HolderCodeType> TYPE_CODE =
      Codecs.text(
          "three digits of GB/T 36903 annex A",
          DIGITS,
          text ->
              HolderCodeType.ofCode(text)
                  .orElseThrow(() -> new IllegalArgumentException("no such kind of number")),
          HolderCodeType::code);

  private static final Field<StockHolder, String> CODE =
      required("code", ColumnName.CODEC, StockHolder::code);
  private static final Field<StockHolder, Optional<HolderCodeType>> TYPE =
      optional("type", TYPE_CODE, StockHolder::type);
  private static final Field<StockHolder, Optional<String>> TYPE_COLUMN =
      optional("typeColumn", ColumnName.CODEC, StockHolder::typeColumn);

  static final ObjectCodec<StockHolder> CODEC =
      ObjectCodec.of(
          members ->
              new StockHolder(members.get(CODE), members.get(TYPE), members.get(TYPE_COLUMN)),
          CODE,
          TYPE,
          TYPE_COLUMN);

  /**
   * Such columns.
   *
   * @throws IllegalArgumentException unless the kind is given once
   */
  public StockHolder {
    if (type.isPresent() == typeColumn.isPresent()) {
      throw new IllegalArgumentException("a type or a column of types");
    }
  }
}
