// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.refusal;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read of a refusal, in Chinese and English. Thread safe. */
public final class RefusalTexts {
  private final ResourceBundle bundle;

  private RefusalTexts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts for a locale: Chinese for every Chinese one, English for all others. */
  public static RefusalTexts in(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new RefusalTexts(
        ResourceBundle.getBundle(
            "org.huxin.core.refusal.texts",
            chinese ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** What a refusal means: one sentence. */
  public String meaning(LedgerRefusal code) {
    return bundle.getString("meaning." + code.name());
  }

  /** What to do about it: one sentence. */
  public String action(LedgerRefusal code) {
    return bundle.getString("action." + code.name());
  }
}
