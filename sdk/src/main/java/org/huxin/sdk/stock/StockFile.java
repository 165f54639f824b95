// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.sdk.issuing.IssuingRow;

/**
 * A CSV file of an old system (RFC 4180, with a header), row by row in constant memory. For one
 * thread.
 *
 * <pre>{@code
 * try (StockFile rows = new StockFile(stream, mapping, classifiedTypes::contains)) {
 *   BulkProgress done = huxin.bulk(mapping.kind()).run(digest, rows, report, progress -> {});
 * }
 * }</pre>
 *
 * <p>A row that breaks a rule is a row that cannot be read, with the {@link StockRule} in its
 * evidence; a file that is no CSV ends the reading.
 */
public final class StockFile implements Iterator<IssuingRow>, AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CountingStream bytes;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final String[] header;
  private final StockRow row;

  /**
   * Begins with the header.
   *
   * @param stream the file; closed with this
   * @param classified whether a type is a state secret, by which rows of other types are told apart
   * @throws StockRefusedException if the header is not there, or not what the mapping says
   * @throws IOException if the stream cannot be read
   */
  public StockFile(InputStream stream, StockMapping mapping, Predicate<LicenceTypeCode> classified)
      throws IOException {
    this.bytes = new CountingStream(stream);
    this.row = new StockRow(mapping, classified);
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                mapping
                    .charset()
                    .charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(mapping.delimiter().character())
            .setIgnoreEmptyLines(true)
            .get();
    this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
    this.records = parser.iterator();
    if (!hasNext()) {
      throw new StockRefusedException(StockRefusal.HEADER_MISSING, Map.of());
    }
    this.header = names(record());
    requireColumns(mapping.columnNames());
  }

  private static String[] names(CSVRecord first) {
    String[] names = first.values();
    for (int i = 0; i < names.length; i++) {
      names[i] = withoutMark(names[i]).strip();
    }
    return names;
  }

  private static String withoutMark(String name) {
    return !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK ? name.substring(1) : name;
  }

  private void requireColumns(Set<String> named) {
    Set<String> there = new HashSet<>();
    for (String name : header) {
      if (!there.add(name) && named.contains(name)) {
        throw StockRefusedException.of(StockRefusal.COLUMN_TWICE, "column", name);
      }
    }
    for (String name : named) {
      if (!there.contains(name)) {
        throw StockRefusedException.of(StockRefusal.COLUMN_MISSING, "column", name);
      }
    }
  }

  /** How many bytes of the file were taken so far, some of them ahead. */
  public long bytesRead() {
    return bytes.count;
  }

  /**
   * Whether there is a row.
   *
   * @throws StockRefusedException if the file goes on with what is no CSV or no text
   * @throws UncheckedIOException if it cannot be read
   */
  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw refused(e);
    }
  }

  private RuntimeException refused(UncheckedIOException failure) {
    if (failure.getCause() instanceof CharacterCodingException) {
      return new StockRefusedException(StockRefusal.CHARSET, Map.of());
    }
    if (failure.getCause() instanceof CSVException) {
      return StockRefusedException.of(StockRefusal.CSV_FORM, "line", parser.getCurrentLineNumber());
    }
    return failure;
  }

  private CSVRecord record() {
    return records.next();
  }

  /** The next row. */
  @Override
  public IssuingRow next() {
    CSVRecord record = record();
    if (record.size() != header.length) {
      return new IssuingRow.Unreadable(
          Map.of(
              "rule", StockRule.CELL_COUNT.name(),
              "count", Integer.toString(record.size()),
              "expected", Integer.toString(header.length)));
    }
    Map<String, String> cells = new HashMap<>();
    List<String> values = List.of(record.values());
    for (int i = 0; i < header.length; i++) {
      cells.put(header[i], values.get(i));
    }
    return row.read(cells);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Counts what is read through it. */
  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count += Math.max(some, 0);
      return some;
    }
  }
}
