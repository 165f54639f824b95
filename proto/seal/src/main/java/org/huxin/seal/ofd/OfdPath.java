// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Where a file stands in a document: its names from the root on. ST_Loc of GB/T 33190: with a
 * leading slash from the root, else from the folder of the file that names it.
 *
 * @param names at least one, none of them empty, {@code .} or {@code ..}
 */
public record OfdPath(List<String> names) implements Comparable<OfdPath> {
  /** The longest path, in characters: real ones have some forty. */
  static final int MAX_LENGTH = 512;

  private static final int MAX_NAMES = 16;

  /** The file from which a reader starts. */
  public static final OfdPath ROOT_FILE = new OfdPath(List.of("OFD.xml"));

  /**
   * Such a path.
   *
   * @throws IllegalArgumentException if a name is none
   */
  public OfdPath {
    names = List.copyOf(names);
    boolean good = !names.isEmpty() && names.size() <= MAX_NAMES;
    for (String name : names) {
      good &= isName(name);
    }
    if (!good) {
      throw new IllegalArgumentException("a path of one to " + MAX_NAMES + " names");
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ' || c == 127);
  }

  /**
   * Reads a path that a file of the document names.
   *
   * @param from the file that names it
   * @throws OfdRefusedException if it leads out of the document or is no path
   */
  public static OfdPath resolve(OfdPath from, String text) {
    Deque<String> names = new ArrayDeque<>();
    String stripped = text.strip();
    if (!stripped.startsWith("/")) {
      names.addAll(from.names.subList(0, from.names.size() - 1));
    }
    if (stripped.length() > MAX_LENGTH) {
      throw refused(from);
    }
    for (String name : stripped.split("/", -1)) {
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          throw refused(from);
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    try {
      return new OfdPath(List.copyOf(names));
    } catch (IllegalArgumentException e) {
      throw refused(from);
    }
  }

  private static OfdRefusedException refused(OfdPath from) {
    return new OfdRefusedException(OfdRefusal.OFD_PATH, Map.of("file", from.toString()));
  }

  @Override
  public int compareTo(OfdPath other) {
    return toString().compareTo(other.toString());
  }

  /** With a leading slash: {@code /Doc_0/Document.xml}. */
  @Override
  public String toString() {
    return "/" + String.join("/", names);
  }
}
