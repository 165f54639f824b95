// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import org.huxin.core.holder.PresentedFile;

/**
 * What a holder shows at a counter. Personal data; its text form shows none.
 *
 * @param code the text for a QR code: good for a minute, and for one audience or terminal
 * @param file what goes beside it, as a file or in several frames
 */
public record ShownLicence(String code, PresentedFile file) {
  /** The file's text form. */
  @Override
  public String toString() {
    return file.toString();
  }
}
