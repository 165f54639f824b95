// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.RefusalTexts;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.FindingTexts;

/** What people read of the demo, in Chinese and English. Thread safe. */
public final class Texts {
  private final Locale locale;
  private final ResourceBundle bundle;
  private final FindingTexts findings;
  private final RefusalTexts refusals;

  /** Chinese for every Chinese locale, English for all others. */
  public Texts(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    this.locale = chinese ? Locale.CHINESE : Locale.ENGLISH;
    this.bundle =
        ResourceBundle.getBundle(
            "org.huxin.devnet.demo.texts",
            this.locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.findings = FindingTexts.in(locale);
    this.refusals = RefusalTexts.in(locale);
  }

  /**
   * A text.
   *
   * @throws java.util.MissingResourceException if there is none of that key
   */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The title of a chapter. */
  public String chapter(String name) {
    return of("chapter." + name);
  }

  /** What is asked of whom in a step: one sentence. */
  public String step(String name, List<String> details) {
    return of("step." + name, details.toArray());
  }

  /** An outcome as people read it: the text of each of its codes; what has none stands as it is. */
  public String outcome(String outcome) {
    return Arrays.stream(outcome.split(",", -1))
        .map(this::code)
        .map(Texts::withoutStop)
        .collect(Collectors.joining(of("between")));
  }

  private static String withoutStop(String text) {
    boolean stop = text.endsWith("。") || text.endsWith(".");
    return stop ? text.substring(0, text.length() - 1) : text;
  }

  private String code(String code) {
    String key = "outcome." + code;
    if (bundle.containsKey(key)) {
      return of(key);
    }
    if (code.startsWith(Words.REFUSED)) {
      String name = code.substring(Words.REFUSED.length());
      return of(
          "refused",
          bundle.containsKey("refusal." + name)
              ? of("refusal." + name)
              : known(LedgerRefusal.values(), name, refusals::meaning).orElse(name));
    }
    return known(FindingCode.values(), code, findings::of).orElse(code);
  }

  private static <E extends Enum<E>> java.util.Optional<String> known(
      E[] codes, String name, Function<E, String> text) {
    return Arrays.stream(codes).filter(each -> each.name().equals(name)).map(text).findFirst();
  }
}
