// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which language people read: the option {@code --lang}, or else the system's. */
final class Language {
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of the output; by default the system's. 输出语言。")
  private String name = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();

  /** The locale: Chinese, or English for every other language. */
  Locale locale() {
    return name.equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
  }

  static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
