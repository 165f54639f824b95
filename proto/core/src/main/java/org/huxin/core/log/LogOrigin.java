// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.LedgerId;
import org.huxin.core.note.NoteKey;
import org.huxin.core.note.NoteKeyType;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * The name of a city's log, and of the keys of its node: {@code huxin.org/}, the ledger id's
 * digits, {@code /}, the city's code.
 *
 * @param ledger the ledger of which the log tells
 * @param city whose node keeps it
 */
public record LogOrigin(LedgerId ledger, DivisionCode city) {
  private static final String BEGIN = "huxin.org/";
  private static final Pattern FORM = Pattern.compile(BEGIN + "([0-9a-f]{64})/([0-9]{6})");

  /**
   * An origin.
   *
   * @throws IllegalArgumentException if the division is no city
   */
  public LogOrigin {
    if (city.level() != DivisionCode.Level.CITY) {
      throw new IllegalArgumentException("a city's code");
    }
  }

  /** Reads the name; empty if it is none. */
  static Optional<LogOrigin> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Digest digest = new Digest(DigestAlgorithm.SHA_256, Bytes.fromHex(matcher.group(1)));
      return Optional.of(new LogOrigin(new LedgerId(digest), DivisionCode.parse(matcher.group(2))));
    } catch (IdentifierRefusedException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name. */
  public String text() {
    return BEGIN + ledger.digest().value().hex() + "/" + city.text();
  }

  /** The key with which the node signs its checkpoints. */
  public NoteKey signingKey(VerifyingKey key) {
    return new NoteKey(text(), NoteKeyType.TEXT, key);
  }

  /** The key with which the node cosigns checkpoints, its own among them. */
  public NoteKey cosigningKey(VerifyingKey key) {
    return new NoteKey(text(), NoteKeyType.COSIGNATURE, key);
  }

  @Override
  public String toString() {
    return text();
  }
}
