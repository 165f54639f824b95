// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read: the texts of the verdict's words, in Chinese and English. Thread safe. */
public final class FindingTexts {
  private final ResourceBundle bundle;

  private FindingTexts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts for a locale: Chinese for every Chinese one, English for all others. */
  public static FindingTexts in(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new FindingTexts(
        ResourceBundle.getBundle(
            "org.huxin.core.verdict.texts",
            chinese ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** A finding's text: one sentence. */
  public String of(FindingCode code) {
    return bundle.getString("finding." + code.name());
  }

  /** An aspect's name. */
  public String of(Aspect aspect) {
    return bundle.getString("aspect." + aspect.name());
  }

  /** An outcome in a word. */
  public String of(Outcome outcome) {
    return bundle.getString("outcome." + outcome.name());
  }

  /** The whole verdict in a word. */
  public String of(Validity validity) {
    return bundle.getString("validity." + validity.name());
  }

  /** The sentence of the result code of GB/T 36906. */
  public String of(ShareServiceResult result) {
    return bundle.getString("result." + result.number());
  }
}
