// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceIdentifierReading;
import org.huxin.core.id.LicenceIdentifierReading.Finding;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.PersonalDataDetector;

/** Reads the identifiers of an old system leniently, and says by which rule one is refused. */
final class StockIdentifier {
  /** An identifier without its version: type, issuer, serial number and check character. */
  private static final Pattern WITHOUT_VERSION =
      Pattern.compile(
          "(?:[0-9]+(?:\\.[0-9]+){4}\\.)?"
              + "[0-9A-Za-z]{21}\\.[0-9A-Za-z]{18}\\.[0-9A-Za-z]+\\.+[0-9A-Za-z]");

  private final StockMapping mapping;
  private final Predicate<LicenceTypeCode> classified;

  StockIdentifier(StockMapping mapping, Predicate<LicenceTypeCode> classified) {
    this.mapping = mapping;
    this.classified = classified;
  }

  /** Of a cell with a whole identifier. */
  LicenceIdentifier read(String text, String column) throws StockRowException {
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(text);
    Set<Finding> findings = reading.findings();
    switch (reading.check()) {
      case UNREADABLE ->
          throw new StockRowException(
              WITHOUT_VERSION.matcher(text.strip()).matches()
                  ? StockRule.VERSION_MISSING
                  : StockRule.IDENTIFIER_FORM,
              column);
      case LEGACY_VARIANT -> throw new StockRowException(StockRule.LEGACY_CHECK_CHARACTER, column);
      case FAIL -> throw new StockRowException(StockRule.CHECK_CHARACTER, column);
      case OK -> {
        // What is wrong beyond the check character follows.
      }
    }
    refuseIf(findings, Finding.SERIAL_LOOKS_PERSONAL, StockRule.ID_NUMBER_IN_SERIAL, column);
    refuseIf(findings, Finding.TYPE_UNKNOWN_CODE, StockRule.TYPE_UNKNOWN, column);
    refuseIf(findings, Finding.ISSUER_IS_DIVISION, StockRule.ISSUER_UNKNOWN, column);
    refuseIf(findings, Finding.ISSUER_UNKNOWN_CODE, StockRule.ISSUER_UNKNOWN, column);
    refuseIf(findings, Finding.VERSION_FORM, StockRule.VERSION_MISSING, column);
    refuseIf(findings, Finding.SERIAL_TOO_LONG, StockRule.SERIAL_FORM, column);
    LicenceIdentifier identifier =
        reading
            .identifier()
            .orElseThrow(() -> new StockRowException(StockRule.IDENTIFIER_FORM, column));
    requireMapped(identifier, column);
    return identifier;
  }

  private static void refuseIf(
      Set<Finding> findings, Finding finding, StockRule rule, String column)
      throws StockRowException {
    if (findings.contains(finding)) {
      throw new StockRowException(rule, column);
    }
  }

  private void requireMapped(LicenceIdentifier identifier, String column) throws StockRowException {
    if (!identifier.type().equals(mapping.type())) {
      throw new StockRowException(
          classified.test(identifier.type())
              ? StockRule.TYPE_CLASSIFIED
              : StockRule.TYPE_OF_OTHER_MAPPING,
          column);
    }
    if (!identifier.issuer().equals(mapping.issuer())) {
      throw new StockRowException(StockRule.ISSUER_UNKNOWN, column);
    }
  }

  /** Of a system that has serial numbers only. */
  LicenceIdentifier of(String serial, String column, String version, String versionColumn)
      throws StockRowException {
    if (!PersonalDataDetector.find(serial).isEmpty()) {
      throw new StockRowException(StockRule.ID_NUMBER_IN_SERIAL, column);
    }
    if (!version.matches("[0-9]{1,3}") || Integer.parseInt(version) < 1) {
      throw new StockRowException(StockRule.VERSION_MISSING, versionColumn);
    }
    try {
      return new LicenceIdentifier(
          mapping.type(), mapping.issuer(), serial, Integer.parseInt(version));
    } catch (IdentifierRefusedException e) {
      throw new StockRowException(StockRule.SERIAL_FORM, column);
    }
  }
}
