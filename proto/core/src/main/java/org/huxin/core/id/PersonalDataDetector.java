// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what looks like a citizen ID or a mobile number in a text, however it is disguised:
 * full-width digits, separators between digits, letters right before or after
 * (proto/spec/personal-data.md). It guards the few free texts of the ledger, from which nothing can
 * be taken back: so a number that merely looks like one is found too, and only the codes of
 * organisations, types and items are let pass. Thread safe.
 */
public final class PersonalDataDetector {
  /** What can be found. */
  public enum Kind {
    /** 公民身份号码, GB 11643-1999: eighteen characters whose check character holds. */
    CITIZEN_ID,
    /** The older form of fifteen digits with a calendar date inside. */
    CITIZEN_ID_15,
    /** A mobile number: eleven digits, 13 to 19, with or without 0 or 86 before. */
    MOBILE_NUMBER
  }

  private static final Pattern WORD =
      Pattern.compile("(?<![0-9A-Za-z])[0-9A-Z]{18,31}(?![0-9A-Za-z])");
  private static final Pattern MOBILE = Pattern.compile("(0{0,2}86|0)?1[3-9][0-9]{9}");

  /** The longest number that consists of whole groups: a mobile number after 0086. */
  private static final int LONGEST = 15;

  private PersonalDataDetector() {}

  /** What the text holds; empty if nothing is found. */
  public static Set<Kind> find(String text) {
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    String plain = WORD.matcher(plain(text)).replaceAll(PersonalDataDetector::withoutCode);
    int at = 0;
    while (at < plain.length()) {
      if (DigitRun.isDigit(plain.charAt(at))) {
        DigitRun run = DigitRun.at(plain, at);
        BitSet taken = citizens(run.characters());
        if (!taken.isEmpty()) {
          found.add(Kind.CITIZEN_ID);
        }
        findWholeGroups(run, taken, found);
        at = run.end();
      } else {
        at++;
      }
    }
    return found;
  }

  /**
   * Every script's digits are 0 to 9, every dash and space is the plain one, marks are left out.
   */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(
            point -> {
              int digit = Character.digit(point, 10);
              if (digit >= 0) {
                plain.append((char) ('0' + digit));
              } else {
                appendOther(point, plain);
              }
            });
    return plain.toString();
  }

  private static void appendOther(int point, StringBuilder plain) {
    switch (Character.getType(point)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
        // invisible, or drawn around a digit
      }
      case Character.DASH_PUNCTUATION -> plain.append('-');
      case Character.SPACE_SEPARATOR, Character.CONTROL -> plain.append(' ');
      default -> plain.appendCodePoint(point);
    }
  }

  /** A code that is public is no personal number, though its digits may look like one. */
  private static String withoutCode(MatchResult word) {
    String text = word.group();
    boolean code =
        switch (text.length()) {
          case Uscc.LENGTH -> isCode(text, Uscc::parse) && !CitizenNumber.holds(text);
          case LicenceTypeCode.LENGTH -> isCode(text, LicenceTypeCode::parse);
          case ServiceItemCode.LENGTH -> isCode(text, ServiceItemCode::parse);
          default -> false;
        };
    return code ? "#" : text;
  }

  private static boolean isCode(String text, Function<String, Object> parse) {
    try {
      Object unused = parse.apply(text);
      return true;
    } catch (IdentifierRefusedException e) {
      return false;
    }
  }

  /** The characters of a run that belong to a citizen ID, wherever in the run it begins. */
  private static BitSet citizens(String run) {
    BitSet taken = new BitSet();
    for (int from = 0; from + CitizenNumber.LENGTH <= run.length(); from++) {
      if (CitizenNumber.holds(run.substring(from, from + CitizenNumber.LENGTH))) {
        taken.set(from, from + CitizenNumber.LENGTH);
      }
    }
    return taken;
  }

  /** The shorter numbers have no check character, so they count only where groups begin and end. */
  private static void findWholeGroups(DigitRun run, BitSet taken, Set<Kind> found) {
    for (int first = 0; first + 1 < run.bounds().size(); first++) {
      int from = run.bounds().get(first);
      for (int last = first + 1; last < run.bounds().size(); last++) {
        int to = run.bounds().get(last);
        if (to - from > LONGEST) {
          break;
        }
        if (!taken.get(from, to).isEmpty()) {
          continue;
        }
        String number = run.characters().substring(from, to);
        if (MOBILE.matcher(number).matches()) {
          found.add(Kind.MOBILE_NUMBER);
        }
        if (CitizenNumber.hasOldForm(number)) {
          found.add(Kind.CITIZEN_ID_15);
        }
      }
    }
  }
}
