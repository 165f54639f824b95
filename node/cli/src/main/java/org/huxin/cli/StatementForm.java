// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.Locale;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.codec.Shape;

/** How the members of statements are called on the command line, and what they take. Stateless. */
final class StatementForm {
  /** The last second of the year 9999 bounds times, and nothing else. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private StatementForm() {}

  /** Whether a form is that of a point in time. */
  static boolean isTime(Shape shape) {
    return shape instanceof Shape.IntegerRange range && range.max() == LAST_SECOND;
  }

  /** Whether a form is that of a key with the proof of its possession. */
  static boolean isKey(Shape shape) {
    return shape.equals(KeyRegistration.CODEC.shape());
  }

  /** Whether a missing time means now: not where it says how long something lasts. */
  static boolean beginsNow(Shape.Member member) {
    return isTime(member.shape())
        && !member.name().equals("notAfter")
        && !member.name().equals("validTo")
        && !member.name().equals("dueAt");
  }

  /** Whether a required member may be left out on the command line. */
  static boolean hasDefault(Shape.Member member) {
    return beginsNow(member)
        || member.name().equals("version")
        || member.shape() instanceof Shape.Truth
        || (member.shape() instanceof Shape.Items items && items.min() == 0);
  }

  /** A member's name as an option: {@code effectiveFrom} is {@code --effective-from}. */
  static String option(Shape.Member member) {
    String name = member.shape() instanceof Shape.Items ? singular(member.name()) : member.name();
    StringBuilder text = new StringBuilder("--");
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      if (Character.isUpperCase(each)) {
        text.append('-');
      }
      text.append(Character.toLowerCase(each));
    }
    return text.toString();
  }

  /** One of several: an option is repeated. */
  static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  /** What an option takes, in a word. */
  static String label(Shape shape) {
    if (isTime(shape)) {
      return "TIME";
    }
    if (isKey(shape)) {
      return "PEM";
    }
    if (shape instanceof Shape.Items items) {
      return label(items.item());
    }
    if (shape instanceof Shape.Text text) {
      return text.grammar().contains(" | ")
          ? "WORD"
          : text.grammar().replaceAll("[^A-Za-z0-9]+", "-").toUpperCase(Locale.ROOT);
    }
    return shape instanceof Shape.IntegerRange
        ? "N"
        : shape instanceof Shape.Truth ? "true|false" : "MEMBERS";
  }

  /** What a form is, in words. */
  static String describe(Shape shape) {
    if (isTime(shape)) {
      return "a time: " + TimeText.FORMS;
    }
    if (isKey(shape)) {
      return "the file of a private key, or file=FILE,number=N,use=SIGN|NOTE,notAfter=TIME";
    }
    if (shape instanceof Shape.Items items) {
      return (items.min() > 0 ? "once or several times; " : "any number of times; ")
          + describe(items.item());
    }
    if (shape instanceof Shape.Text text) {
      String grammar = text.grammar();
      return switch (grammar) {
        case "digest" -> "a digest, or sm3:@FILE or sha256:@FILE of a file's content";
        case "public key" -> "a public key, or @FILE in PEM";
        case "JWS" -> "a JWS, or @FILE";
        case "trail key" -> "a trail key, or @FILE as huxin keygen --trail wrote it";
        default -> grammar;
      };
    }
    if (shape instanceof Shape.IntegerRange range) {
      return range.min() + " to " + range.max();
    }
    if (shape instanceof Shape.Members members) {
      return "MEMBER=VALUE,… or JSON or @FILE; members: "
          + String.join(
              ", ",
              members.fields().stream()
                  .map(field -> field.name() + (field.required() ? "" : "?"))
                  .toList());
    }
    return "true or false";
  }
}
