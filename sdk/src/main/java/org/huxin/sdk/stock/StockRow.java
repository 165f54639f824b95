// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.issuing.IssuingRow;
import org.huxin.sdk.issuing.Licence;

/** Makes a licence of a row, by the rules of a mapping. Safe for all threads. */
final class StockRow {
  /** How old systems write that a licence does not end. */
  private static final Set<String> NO_END = Set.of("", "长期", "永久", "9999-12-31", "99991231");

  private final StockMapping mapping;
  private final StockIdentifier identifiers;

  StockRow(StockMapping mapping, Predicate<LicenceTypeCode> classified) {
    this.mapping = mapping;
    this.identifiers = new StockIdentifier(mapping, classified);
  }

  /**
   * Reads a row.
   *
   * @param cells by column, as they stand in the file; every column of the mapping is there
   */
  IssuingRow read(Map<String, String> cells) {
    try {
      return new IssuingRow.Read(licence(cells));
    } catch (StockRowException e) {
      return new IssuingRow.Unreadable(e.evidence());
    }
  }

  private Licence licence(Map<String, String> cells) throws StockRowException {
    StockColumns columns = mapping.columns();
    LicenceIdentifier identifier = identifier(cells);
    Licence.Builder licence = Licence.builder(identifier, date(cells, columns.issuedOn()));
    if (columns.effective().isPresent() && !cell(cells, columns.effective().get()).isEmpty()) {
      licence.effective(date(cells, columns.effective().get()));
    }
    if (columns.expiry().isPresent() && !NO_END.contains(cell(cells, columns.expiry().get()))) {
      licence.expiry(date(cells, columns.expiry().get()));
    }
    if (columns.documentDigest().isPresent()
        && !cell(cells, columns.documentDigest().get()).isEmpty()) {
      licence.documentDigest(digest(cells, columns.documentDigest().get()));
    }
    for (int i = 0; i < mapping.holders().size(); i++) {
      StockHolder holder = mapping.holders().get(i);
      // Most licences have fewer holders than there are columns.
      if (i == 0 || !cell(cells, holder.code()).isEmpty()) {
        licence.holder(holder(cells, holder));
      }
    }
    for (StockAttribute attribute : mapping.attributes()) {
      String value = cell(cells, attribute.column());
      if (!value.isEmpty()) {
        licence.attribute(
            attribute.name().text(), Normalizer.normalize(value, Normalizer.Form.NFC));
      }
    }
    return licence.build();
  }

  private LicenceIdentifier identifier(Map<String, String> cells) throws StockRowException {
    StockColumns columns = mapping.columns();
    if (columns.identifier().isPresent()) {
      String column = columns.identifier().get();
      return identifiers.read(required(cells, column), column);
    }
    String serial = columns.serial().orElseThrow();
    Optional<String> version = columns.version();
    return identifiers.of(
        required(cells, serial),
        serial,
        version.map(column -> cell(cells, column)).orElse("1"),
        version.orElse(serial));
  }

  private static HolderId holder(Map<String, String> cells, StockHolder holder)
      throws StockRowException {
    HolderCodeType type;
    if (holder.type().isPresent()) {
      type = holder.type().get();
    } else {
      String column = holder.typeColumn().orElseThrow();
      type =
          HolderCodeType.ofCode(required(cells, column))
              .orElseThrow(() -> new StockRowException(StockRule.HOLDER_TYPE, column));
    }
    try {
      return new HolderId(type, required(cells, holder.code()));
    } catch (IdentifierRefusedException e) {
      throw new StockRowException(StockRule.HOLDER_FORM, holder.code());
    }
  }

  private LocalDate date(Map<String, String> cells, String column) throws StockRowException {
    try {
      return mapping.dates().parse(required(cells, column));
    } catch (DateTimeException e) {
      throw new StockRowException(StockRule.DATE_FORM, column);
    }
  }

  private static Digest digest(Map<String, String> cells, String column) throws StockRowException {
    try {
      return Digest.parse(cell(cells, column));
    } catch (IllegalArgumentException e) {
      throw new StockRowException(StockRule.DIGEST_FORM, column);
    }
  }

  private static String required(Map<String, String> cells, String column)
      throws StockRowException {
    String value = cell(cells, column);
    if (value.isEmpty()) {
      throw new StockRowException(StockRule.VALUE_MISSING, column);
    }
    return value;
  }

  private static String cell(Map<String, String> cells, String column) {
    return cells.getOrDefault(column, "").strip();
  }
}
