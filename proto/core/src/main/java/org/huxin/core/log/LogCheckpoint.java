// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huxin.core.note.StandardBase64;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * What a city's node says of its log: the text of a C2SP tlog-checkpoint with four extension lines
 * (proto/spec/checkpoint-note.md).
 *
 * @param origin whose log
 * @param state what the node derived
 */
public record LogCheckpoint(LogOrigin origin, DerivedState state) {
  private static final int LINES = 7;
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final String BLOCK = "block ";
  private static final String HEADER = "header ";
  private static final String COMMIT = "commit ";
  private static final String MAP = "map ";

  /**
   * Reads a checkpoint's text.
   *
   * @throws LogRefusedException if it is none
   */
  public static LogCheckpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
      throw new LogRefusedException(
          LogRefusal.CHECKPOINT_LINES, Map.of("lines", Integer.toString(lines.length - 1)));
    }
    LogOrigin origin = LogOrigin.parse(lines[0]).orElseThrow(() -> LogRefusedException.atLine(1));
    return new LogCheckpoint(
        origin,
        new DerivedState(
            number(lines[1], "", 1, DerivedState.MAX_SIZE, 2),
            digest(lines[2], "", 3),
            number(lines[3], BLOCK, 0, DerivedState.MAX_BLOCK, 4),
            digest(lines[4], HEADER, 5),
            digest(lines[5], COMMIT, 6),
            digest(lines[6], MAP, 7)));
  }

  private static long number(String text, String begin, long min, long max, int line) {
    String digits = text.startsWith(begin) ? text.substring(begin.length()) : "";
    if (!NUMBER.matcher(digits).matches()) {
      throw LogRefusedException.atLine(line);
    }
    long number = Long.parseLong(digits);
    if (number < min || number > max) {
      throw LogRefusedException.atLine(line);
    }
    return number;
  }

  private static Digest digest(String text, String begin, int line) {
    Optional<Bytes> value =
        text.startsWith(begin)
            ? StandardBase64.decode(text.substring(begin.length()))
            : Optional.empty();
    return value
        .filter(bytes -> bytes.length() == DigestAlgorithm.LENGTH)
        .map(bytes -> new Digest(DigestAlgorithm.SHA_256, bytes))
        .orElseThrow(() -> LogRefusedException.atLine(line));
  }

  /** The text, each line with its newline. */
  public String text() {
    return String.join(
            "\n",
            List.of(
                origin.text(),
                Long.toString(state.size()),
                base64(state.root()),
                BLOCK + state.block(),
                HEADER + base64(state.headerHash()),
                COMMIT + base64(state.commitHash()),
                MAP + base64(state.mapRoot())))
        + "\n";
  }

  private static String base64(Digest digest) {
    return StandardBase64.encode(digest.value());
  }
}
