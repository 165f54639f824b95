// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which hash tile: C2SP tlog-tiles (proto/spec/log.md).
 *
 * @param level from 0, of leaf hashes
 * @param index within the level, from 0
 * @param width how many hashes, from 1 to {@link #FULL}
 */
public record TilePath(int level, long index, int width) implements Comparable<TilePath> {
  /** The hashes of a full tile. */
  public static final int FULL = 256;

  /** Tiles above this level would hold more than the largest tree. */
  public static final int MAX_LEVEL = 5;

  private static final Pattern FORM =
      Pattern.compile("tile/([0-9])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /** Twelve digits: more tiles than the largest tree has. */
  private static final int MAX_TEXT = 48;

  private static final int GROUP = 1_000;

  /**
   * A tile.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public TilePath {
    if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile");
    }
  }

  /**
   * Reads a path, such as {@code tile/0/x001/x234/067.p/112}.
   *
   * @throws MerkleRefusedException if it is none, or not in its one form
   */
  public static TilePath parse(String text) {
    Matcher matcher = FORM.matcher(text.length() > MAX_TEXT ? "" : text);
    if (matcher.matches()) {
      long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
      int level = Integer.parseInt(matcher.group(1));
      int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
      boolean partial = matcher.group(3) != null;
      if (level <= MAX_LEVEL && width <= FULL && partial == width < FULL) {
        TilePath path = new TilePath(level, index, width);
        if (path.text().equals(text)) {
          return path;
        }
      }
    }
    throw MerkleRefusedException.of(MerkleRefusal.TILE_PATH);
  }

  /** The path beneath the log's address. */
  public String text() {
    StringBuilder text = new StringBuilder(group(index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      text.insert(0, "x" + group(rest % GROUP) + "/");
    }
    return "tile/" + level + "/" + text + (width == FULL ? "" : ".p/" + width);
  }

  private static String group(long number) {
    String digits = Long.toString(number);
    return "0".repeat(3 - digits.length()) + digits;
  }

  @Override
  public int compareTo(TilePath other) {
    int byLevel = Integer.compare(level, other.level);
    int byIndex = byLevel != 0 ? byLevel : Long.compare(index, other.index);
    return byIndex != 0 ? byIndex : Integer.compare(width, other.width);
  }

  @Override
  public String toString() {
    return text();
  }
}
