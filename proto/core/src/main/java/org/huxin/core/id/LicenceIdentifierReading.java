// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a lenient reader makes of a text that claims to be a licence identifier: whether its check
 * character holds, and what is odd about it (proto/spec/identifier.md, Lenient reading).
 *
 * @param check whether the check character holds
 * @param findings what is odd; empty for the standard's own form
 * @param identifier the identifier, if type and issuer are codes of the standard's form
 */
public record LicenceIdentifierReading(
    Check check, Set<Finding> findings, Optional<LicenceIdentifier> identifier) {

  /** Whether the check character holds. */
  public enum Check {
    /** It is the standard's. */
    OK,
    /** It is that of a widespread wrong implementation, and not the standard's. */
    LEGACY_VARIANT,
    /** It is neither. */
    FAIL,
    /** The text does not consist of the parts of an identifier. */
    UNREADABLE
  }

  /** What can be odd about an identifier that can be read. */
  public enum Finding {
    /** Letters in lower case. */
    LOWER_CASE,
    /** Full-width letters, digits or dots. */
    FULL_WIDTH,
    /** White space before or after. */
    SURROUNDING_SPACE,
    /** The root of an older vendor, 1.2.156.3003.2. */
    OLD_ROOT,
    /** No root at all. */
    NO_ROOT,
    /** The issuer is given as a division code. */
    ISSUER_IS_DIVISION,
    /** The issuer is neither a credit code nor a division code. */
    ISSUER_UNKNOWN_CODE,
    /** The type is not a credit code and three characters. */
    TYPE_UNKNOWN_CODE,
    /** The version does not have three digits, or is 000. */
    VERSION_FORM,
    /** The serial number is longer than this project writes. */
    SERIAL_TOO_LONG,
    /** The serial number is a citizen ID or a mobile number by its form. */
    SERIAL_LOOKS_PERSONAL
  }

  private static final String OLD_ROOT = "1.2.156.3003.2";
  private static final int PARTS = 5;
  private static final Pattern PART = Pattern.compile("[0-9A-Z]+");

  /** An unmodifiable copy of the findings. */
  public LicenceIdentifierReading {
    findings = Set.copyOf(findings);
  }

  /** Reads a text. Never throws: what cannot be read is {@link Check#UNREADABLE}. */
  public static LicenceIdentifierReading of(String text) {
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    if (text.length() > LicenceIdentifier.MAX_LENGTH) {
      return unreadable(findings);
    }
    String plain = plain(text, findings);
    List<String> parts = new ArrayList<>(List.of(withoutRoot(plain, findings).split("\\.", -1)));
    if (parts.size() != PARTS || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
      return unreadable(findings);
    }
    String body = String.join("", parts.subList(0, PARTS - 1));
    Check check = check(body, parts.get(PARTS - 1));
    return new LicenceIdentifierReading(check, findings, identifier(parts, findings));
  }

  private static LicenceIdentifierReading unreadable(Set<Finding> findings) {
    return new LicenceIdentifierReading(Check.UNREADABLE, findings, Optional.empty());
  }

  private static String plain(String text, Set<Finding> findings) {
    String stripped = text.strip();
    if (!stripped.equals(text)) {
      findings.add(Finding.SURROUNDING_SPACE);
    }
    String narrow = Normalizer.normalize(stripped, Normalizer.Form.NFKC).replace('。', '.');
    if (!narrow.equals(stripped)) {
      findings.add(Finding.FULL_WIDTH);
    }
    String upper = narrow.toUpperCase(Locale.ROOT);
    if (!upper.equals(narrow)) {
      findings.add(Finding.LOWER_CASE);
    }
    return upper;
  }

  private static String withoutRoot(String text, Set<Finding> findings) {
    if (text.startsWith(LicenceIdentifier.ROOT + ".")) {
      return text.substring(LicenceIdentifier.ROOT.length() + 1);
    }
    if (text.startsWith(OLD_ROOT + ".")) {
      findings.add(Finding.OLD_ROOT);
      return text.substring(OLD_ROOT.length() + 1);
    }
    findings.add(Finding.NO_ROOT);
    return text;
  }

  private static Check check(String body, String found) {
    if (found.equals(String.valueOf(Mod3736.check(body)))) {
      return Check.OK;
    }
    return found.equals(String.valueOf(Mod3736.legacyCheck(body)))
        ? Check.LEGACY_VARIANT
        : Check.FAIL;
  }

  private static Optional<LicenceIdentifier> identifier(List<String> parts, Set<Finding> findings) {
    Optional<LicenceTypeCode> type = accepted(() -> LicenceTypeCode.parse(parts.get(0)));
    if (type.isEmpty()) {
      findings.add(Finding.TYPE_UNKNOWN_CODE);
    }
    Optional<Uscc> issuer = accepted(() -> Uscc.parse(parts.get(1)));
    if (issuer.isEmpty()) {
      boolean division = accepted(() -> DivisionCode.parse(parts.get(1))).isPresent();
      findings.add(division ? Finding.ISSUER_IS_DIVISION : Finding.ISSUER_UNKNOWN_CODE);
    }
    String serial = parts.get(2);
    if (serial.length() > LicenceIdentifier.MAX_SERIAL) {
      findings.add(Finding.SERIAL_TOO_LONG);
    }
    if (!PersonalDataDetector.find(serial).isEmpty()) {
      findings.add(Finding.SERIAL_LOOKS_PERSONAL);
    }
    boolean versionOk = parts.get(3).matches("[0-9]{3}") && !parts.get(3).equals("000");
    if (!versionOk) {
      findings.add(Finding.VERSION_FORM);
    }
    if (type.isEmpty() || issuer.isEmpty() || !versionOk) {
      return Optional.empty();
    }
    int version = Integer.parseInt(parts.get(3));
    return accepted(() -> new LicenceIdentifier(type.get(), issuer.get(), serial, version));
  }

  private static <T> Optional<T> accepted(java.util.function.Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (IdentifierRefusedException e) {
      return Optional.empty();
    }
  }
}
