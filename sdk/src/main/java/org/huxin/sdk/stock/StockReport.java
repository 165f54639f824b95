// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.json.JsonString;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.issuing.IssuingRefusedException;
import org.huxin.sdk.issuing.JsonLinesReport;
import org.huxin.sdk.issuing.RowReport;

/**
 * The report of a source in a file of JSON lines, each row once however often the run was cut off:
 * what a run told of rows that no batch accounts for is taken out before the next run tells it
 * again. For one thread.
 */
public final class StockReport implements RowReport, AutoCloseable {
  private static final JsonLimits LINE = new JsonLimits(16 * 1024, 3);

  private final Writer writer;
  private final JsonLinesReport lines;

  private StockReport(Writer writer) {
    this.writer = writer;
    this.lines = new JsonLinesReport(writer);
  }

  /**
   * Goes on with the report of a source, or begins it.
   *
   * @param file which need not exist
   * @param nextRow the first row that no batch accounts for
   * @throws IOException if the file cannot be read or written
   */
  public static StockReport open(Path file, long nextRow) throws IOException {
    Path kept = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter writer = Files.newBufferedWriter(kept, StandardCharsets.UTF_8)) {
      if (Files.exists(file)) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (row(line).filter(row -> row < nextRow).isPresent()) {
              writer.write(line);
              writer.write('\n');
            }
          }
        }
      }
    }
    Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new StockReport(
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
  }

  /** Empty of a line that the last run could not finish. */
  private static Optional<Long> row(String line) {
    return object(line)
        .flatMap(object -> object.get("row"))
        .filter(JsonInteger.class::isInstance)
        .map(row -> ((JsonInteger) row).value());
  }

  private static Optional<JsonObject> object(String line) {
    try {
      return Optional.of(CanonicalJson.decode(Bytes.utf8(line), LINE))
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast);
    } catch (JsonRefusedException e) {
      return Optional.empty();
    }
  }

  /**
   * How many rows of a finished report were refused, by the rule or else the code.
   *
   * @throws IOException if the file cannot be read
   */
  public static Map<String, Integer> counts(Path file) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        object(line)
            .map(StockReport::reason)
            .ifPresent(reason -> counts.merge(reason, 1, Integer::sum));
      }
    }
    return counts;
  }

  private static String reason(JsonObject line) {
    return line.get("evidence")
        .filter(JsonObject.class::isInstance)
        .flatMap(evidence -> ((JsonObject) evidence).get("rule"))
        .or(() -> line.get("code"))
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).value())
        .orElse("");
  }

  @Override
  public void rejected(long row, IssuingRefusedException refusal) throws IOException {
    lines.rejected(row, refusal);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
