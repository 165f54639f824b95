// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** When a sealing was made, as what is signed says it. */
public sealed interface SigningTime {
  /**
   * The signer's word.
   *
   * @param at when
   */
  record Stated(Instant at) implements SigningTime {}

  /**
   * A time stamp in place of the time: v1 only. It was there before the signature, so it says when
   * the document existed, and of the signature only that it came later.
   *
   * @param token an RFC 3161 token, not yet read
   */
  record Stamped(Bytes token) implements SigningTime {}

  /**
   * Reads the {@code timeInfo} of v1, for which the standard leaves the form open.
   *
   * @throws StructureRefusedException if it is none of the forms in use
   */
  static SigningTime ofTimeInfo(Bytes content, String at) {
    if (!content.isEmpty() && content.at(0) == 0x30) {
      return new Stamped(content);
    }
    boolean tagged =
        content.length() > 2
            && (content.at(0) == 0x17 || content.at(0) == 0x18)
            && content.at(1) == content.length() - 2;
    Bytes text = tagged ? content.slice(2, content.length()) : content;
    return new Stated(
        parse(new String(text.toByteArray(), US_ASCII))
            .orElseThrow(() -> StructureRefusedException.malformed(at)));
  }

  private static Optional<Instant> parse(String text) {
    return SealTime.utcTime(text)
        .or(() -> SealTime.generalizedTime(text))
        .or(() -> SealTime.wallClock(text));
  }
}
