// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine.Option;

/** In which language people read: the option {@code --lang}, or else the system's. */
final class Language {
  /** The languages that the program's texts are written in. */
  enum Name {
    /** Chinese. */
    ZH,
    /** English. */
    EN
  }

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of the output; by default the system's. 输出语言。")
  private Optional<Name> name = Optional.empty();

  /** The text with that key in the bundle of the program. */
  String text(String key) {
    return ResourceBundle.getBundle(
            "org.huxin.cli.texts",
            locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }

  /** Chinese or English. */
  Locale locale() {
    return isChinese() ? Locale.CHINESE : Locale.ENGLISH;
  }

  boolean isChinese() {
    String system = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    return name.map(Name.ZH::equals).orElse(system.equals(Locale.CHINESE.getLanguage()));
  }
}
