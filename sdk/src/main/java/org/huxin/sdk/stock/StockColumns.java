// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * In which columns an old system keeps what every licence has.
 *
 * @param identifier 证照标识, whole; empty if the system has serial numbers only
 * @param serial 流水号; exactly if there is no identifier
 * @param version 版本号, with a serial number; empty for 1
 * @param issuedOn 颁发日期
 * @param effective 有效期起始日期; empty for the day of issue
 * @param expiry 有效期截止日期, the last day in force; empty for no end
 * @param documentDigest the digest of the document; empty for stock without documents
 */
public record StockColumns(
    Optional<String> identifier,
    Optional<String> serial,
    Optional<String> version,
    String issuedOn,
    Optional<String> effective,
    Optional<String> expiry,
    Optional<String> documentDigest) {
  private static final Field<StockColumns, Optional<String>> IDENTIFIER =
      optional("identifier", ColumnName.CODEC, StockColumns::identifier);
  private static final Field<StockColumns, Optional<String>> SERIAL =
      optional("serial", ColumnName.CODEC, StockColumns::serial);
  private static final Field<StockColumns, Optional<String>> VERSION =
      optional("version", ColumnName.CODEC, StockColumns::version);
  private static final Field<StockColumns, String> ISSUED_ON =
      required("issuedOn", ColumnName.CODEC, StockColumns::issuedOn);
  private static final Field<StockColumns, Optional<String>> EFFECTIVE =
      optional("effective", ColumnName.CODEC, StockColumns::effective);
  private static final Field<StockColumns, Optional<String>> EXPIRY =
      optional("expiry", ColumnName.CODEC, StockColumns::expiry);
  private static final Field<StockColumns, Optional<String>> DOCUMENT_DIGEST =
      optional("documentDigest", ColumnName.CODEC, StockColumns::documentDigest);

  static final ObjectCodec<StockColumns> CODEC =
      ObjectCodec.of(
          members ->
              new StockColumns(
                  members.get(IDENTIFIER),
                  members.get(SERIAL),
                  members.get(VERSION),
                  members.get(ISSUED_ON),
                  members.get(EFFECTIVE),
                  members.get(EXPIRY),
                  members.get(DOCUMENT_DIGEST)),
          IDENTIFIER,
          SERIAL,
          VERSION,
          ISSUED_ON,
          EFFECTIVE,
          EXPIRY,
          DOCUMENT_DIGEST);

  /**
   * Such columns.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  public StockColumns {
    if (identifier.isPresent() == serial.isPresent()) {
      throw new IllegalArgumentException("an identifier or a serial number");
    }
    if (version.isPresent() && serial.isEmpty()) {
      throw new IllegalArgumentException("a version stands beside a serial number");
    }
  }

  /** All that are named. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(issuedOn));
    for (Optional<String> each :
        List.of(identifier, serial, version, effective, expiry, documentDigest)) {
      each.ifPresent(names::add);
    }
    return names;
  }
}
