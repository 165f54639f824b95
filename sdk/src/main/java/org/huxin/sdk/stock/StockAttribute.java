// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.FieldName;

/**
 * In which column an old system keeps an attribute.
 *
 * @param name the short name that the type gives it
 * @param column the column
 */
public record StockAttribute(FieldName name, String column) {
  private static final Field<StockAttribute, FieldName> NAME =
      required("name", FieldName.CODEC, StockAttribute::name);
  private static final Field<StockAttribute, String> COLUMN =
      required("column", ColumnName.CODEC, StockAttribute::column);

  static final ObjectCodec<StockAttribute> CODEC =
      ObjectCodec.of(
          members -> new StockAttribute(members.get(NAME), members.get(COLUMN)), NAME, COLUMN);
}
