// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import java.util.Optional;
import org.huxin.core.holder.PresentedFile;
import org.huxin.crypto.bytes.Bytes;

/**
 * What a holder presents at a counter. Personal data; its text form shows none.
 *
 * @param code the text of the QR code: a compact JWS
 * @param file what came with it
 * @param challenge what the terminal showed; empty if the code names its audience
 */
public record PresentedCode(String code, PresentedFile file, Optional<Bytes> challenge) {
  /** Presented to an audience. */
  public static PresentedCode of(String code, PresentedFile file) {
    return new PresentedCode(code, file, Optional.empty());
  }

  /** The file's text form. */
  @Override
  public String toString() {
    return file.toString();
  }
}
