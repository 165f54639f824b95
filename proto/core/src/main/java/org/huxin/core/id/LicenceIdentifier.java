// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * 证照标识: the identifier of a licence, GB/T 36904 (proto/spec/identifier.md): the OID root, licence
 * type, issuing authority, serial number, version, and a check character over all but the root.
 *
 * <p>May be personal data: the serial number of an identity card is the citizen's number. So the
 * text form for logs is {@link #toString}, which shows type and issuer only.
 *
 * @param type 证照类型代码
 * @param issuer 证照颁发机构代码
 * @param serial 流水号: 1 to {@link #MAX_SERIAL} upper-case letters and digits
 * @param version 版本号: 1 to {@link #MAX_VERSION}
 */
public record LicenceIdentifier(LicenceTypeCode type, Uscc issuer, String serial, int version) {
  /** The OID that GB/T 36904 gives to licences. */
  public static final String ROOT = "1.2.156.3005.2";

  /** The longest serial number: those in use have up to 32 characters; the double leaves room. */
  public static final int MAX_SERIAL = 64;

  /** The version has three digits. */
  public static final int MAX_VERSION = 999;

  /** Root, four parts, five dots and the check character, with room for the lenient forms. */
  static final int MAX_LENGTH = 160;

  private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{1," + MAX_SERIAL + "}");

  /**
   * An identifier.
   *
   * @throws IdentifierRefusedException if serial or version are out of range
   */
  public LicenceIdentifier {
    if (!SERIAL.matcher(serial).matches()) {
      throw new IdentifierRefusedException(
          IdentifierRefusal.ID_STRUCTURE, Map.of("part", "serial"));
    }
    if (version < 1 || version > MAX_VERSION) {
      throw new IdentifierRefusedException(
          IdentifierRefusal.ID_STRUCTURE, Map.of("part", "version"));
    }
  }

  /**
   * Reads the standard's form, and no other: what {@link #text} writes.
   *
   * @throws IdentifierRefusedException if it is not that; {@code ID_LEGACY_VARIANT} if only the
   *     check character is that of the widespread wrong implementation
   */
  public static LicenceIdentifier parse(String text) {
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(text);
    switch (reading.check()) {
      case LEGACY_VARIANT ->
          throw IdentifierRefusedException.of(IdentifierRefusal.ID_LEGACY_VARIANT);
      case FAIL -> throw IdentifierRefusedException.of(IdentifierRefusal.ID_CHECK);
      case UNREADABLE -> throw IdentifierRefusedException.of(IdentifierRefusal.ID_STRUCTURE);
      case OK -> {
        return reading
            .identifier()
            .filter(identifier -> identifier.text().equals(text))
            .orElseThrow(() -> IdentifierRefusedException.of(IdentifierRefusal.ID_STRUCTURE));
      }
    }
    throw new AssertionError(reading.check());
  }

  /** The check character. */
  public char check() {
    return Mod3736.check(type + issuer.text() + serial + versionDigits());
  }

  private String versionDigits() {
    return String.format(Locale.ROOT, "%03d", version);
  }

  /** The whole identifier. Handle it as personal data where the type is sensitive. */
  public String text() {
    return String.join(
        ".",
        List.of(
            ROOT, type.text(), issuer.text(), serial, versionDigits(), String.valueOf(check())));
  }

  /** Type and issuer; serial number and version are left out. */
  @Override
  public String toString() {
    return type + "." + issuer + ".…";
  }
}
