// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.io.IOException;
import java.io.Writer;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;

/**
 * A report of one JSON object a line: {@code {"code":…,"evidence":{…},"row":…}}. Flushed after each
 * line, so that it is there when the batch that accounts for the row is.
 */
public final class JsonLinesReport implements RowReport {
  private final Writer writer;

  /**
   * A report.
   *
   * @param writer where to; stays the caller's to close
   */
  public JsonLinesReport(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void rejected(long row, IssuingRefusedException refusal) throws IOException {
    JsonObject.Builder evidence = JsonObject.builder();
    refusal.evidence().forEach((name, value) -> evidence.put(name, new JsonString(value)));
    JsonObject line =
        JsonObject.builder()
            .put("row", row)
            .put("code", new JsonString(refusal.code().name()))
            .put("evidence", evidence.build())
            .build();
    writer.write(CanonicalJson.encode(line).decodeUtf8());
    writer.write('\n');
    writer.flush();
  }
}
