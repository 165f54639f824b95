// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command answers: to people in their language, or to scripts in JSON. */
final class Reporting {
  @Option(names = "--json", description = "one JSON object for scripts. 以 JSON 输出。")
  private boolean json;

  @Mixin private Language language = new Language();

  boolean isJson() {
    return json;
  }

  String text(String key) {
    return language.text(key);
  }

  Locale locale() {
    return language.locale();
  }
}
