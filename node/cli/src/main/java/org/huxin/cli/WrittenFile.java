// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;

/** Says which file was written. Stateless. */
final class WrittenFile {
  private WrittenFile() {}

  /**
   * To people or scripts.
   *
   * @param kind the usual end of such a file's name
   */
  static void say(PrintWriter out, Reporting reporting, Path file, String kind) {
    if (reporting.isJson()) {
      out.println(
          CanonicalJson.text(
              JsonObject.builder().put("file", file.toString()).put("kind", kind).build()));
    } else {
      out.println(file);
    }
  }
}
