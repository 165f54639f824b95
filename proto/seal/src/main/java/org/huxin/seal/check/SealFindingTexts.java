// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read: a sentence for each finding, in Chinese and English. Thread safe. */
public final class SealFindingTexts {
  private final ResourceBundle bundle;

  private SealFindingTexts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts for a locale: Chinese for every Chinese one, English for all others. */
  public static SealFindingTexts in(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new SealFindingTexts(
        ResourceBundle.getBundle(
            "org.huxin.seal.check.texts",
            chinese ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** A finding's text: one sentence. */
  public String of(SealFindingCode code) {
    return bundle.getString("finding." + code.name());
  }
}
