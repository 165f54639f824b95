// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceIdentifierReading;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.issuing.IssuingRefusal;
import org.huxin.sdk.issuing.IssuingRow;
import org.huxin.sdk.issuing.Licence;

/**
 * The stock of an old system: rows with an identifier each, seven of which are bad, each in another
 * way. The reader says which it cannot read, and never repeats what stands in them.
 */
final class StockRows implements Iterator<IssuingRow> {
  /** How many rows there are. */
  static final int COUNT = 5_000;

  /** What is wrong with the bad rows, in their order. */
  static final Map<Integer, Fault> FAULTS =
      Map.of(
          500, Fault.CHECK_CHARACTER,
          1_200, Fault.LEGACY_CHECK,
          1_900, Fault.NO_VERSION,
          2_600, Fault.CLASSIFIED,
          3_300, Fault.DUPLICATE,
          4_000, Fault.UNKNOWN_ISSUER,
          4_700, Fault.PERSONAL_NUMBER);

  /** Nobody has this number. */
  private static final String CITIZEN = "150602190001010015";

  private static final LocalDate ISSUED = LocalDate.of(2023, 6, 1);

  private final Office issuer;
  private final Predicate<LicenceTypeCode> classified;
  private int row;

  /** What can be wrong with a row. */
  enum Fault {
    /** The check character is another one. */
    CHECK_CHARACTER("ID_CHECK"),
    /** The check character is that of a widespread wrong implementation. */
    LEGACY_CHECK("ID_LEGACY_VARIANT"),
    /** The version is missing. */
    NO_VERSION("ID_STRUCTURE"),
    /** A type of which nothing may be hashed. */
    CLASSIFIED(IssuingRefusal.TYPE_CLASSIFIED.name()),
    /** A licence that stands in an earlier row. */
    DUPLICATE(IssuingRefusal.ALREADY_ISSUED.name()),
    /** An issuer that is not the one whose stock this is. */
    UNKNOWN_ISSUER(IssuingRefusal.OTHER_ISSUER.name()),
    /** A citizen's number in the place of the serial number. */
    PERSONAL_NUMBER(LicenceIdentifierReading.Finding.SERIAL_LOOKS_PERSONAL.name());

    private final String code;

    Fault(String code) {
      this.code = code;
    }

    /** What the report says of it. */
    String code() {
      return code;
    }
  }

  /**
   * The stock of an office.
   *
   * @param classified which types nothing may be hashed of
   */
  StockRows(Office issuer, Predicate<LicenceTypeCode> classified) {
    this.issuer = issuer;
    this.classified = classified;
  }

  /** The digest of the source: by it, a run that was cut off is found again. */
  static Digest source(Office issuer) {
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < COUNT; row++) {
      all.append(identifier(issuer, row)).append('\n');
    }
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(all.toString()));
  }

  @Override
  public boolean hasNext() {
    return row < COUNT;
  }

  @Override
  public IssuingRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int number = row++;
    return read(identifier(issuer, number), number);
  }

  private IssuingRow read(String text, int number) {
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(text);
    if (reading.findings().contains(LicenceIdentifierReading.Finding.SERIAL_LOOKS_PERSONAL)) {
      return unreadable(LicenceIdentifierReading.Finding.SERIAL_LOOKS_PERSONAL.name());
    }
    LicenceIdentifier identifier;
    try {
      identifier = LicenceIdentifier.parse(text);
    } catch (org.huxin.core.id.IdentifierRefusedException e) {
      return unreadable(e.code().name());
    }
    if (classified.test(identifier.type())) {
      return unreadable(IssuingRefusal.TYPE_CLASSIFIED.name());
    }
    return new IssuingRow.Read(
        Licence.builder(identifier, ISSUED)
            .attribute("MC", "示例商户" + number)
            .attribute("JYFW", "日用百货零售")
            .holder(holder(number))
            .build());
  }

  private static IssuingRow unreadable(String code) {
    return new IssuingRow.Unreadable(Map.of("code", code));
  }

  /** Who holds the licence of a row. */
  static HolderId holder(int number) {
    return new HolderId(HolderCodeType.OTHER_ORGANISATION, "SHOP" + number);
  }

  /** What stands in a row. */
  private static String identifier(Office issuer, int number) {
    Fault fault = FAULTS.get(number);
    if (fault == null) {
      return whole(LicenceKind.BUSINESS, issuer, serial(number));
    }
    String good = whole(LicenceKind.BUSINESS, issuer, serial(number));
    return switch (fault) {
      case CHECK_CHARACTER -> ending(good, LicenceIdentifierReading.Check.FAIL);
      case LEGACY_CHECK -> ending(good, LicenceIdentifierReading.Check.LEGACY_VARIANT);
      case NO_VERSION -> good.replace(".001.", ".");
      case CLASSIFIED -> whole(LicenceKind.CLASSIFIED, issuer, serial(number));
      case DUPLICATE -> whole(LicenceKind.BUSINESS, issuer, serial(number - 1));
      case UNKNOWN_ISSUER -> whole(LicenceKind.BUSINESS, Office.ULANQAB_MARKET, serial(number));
      case PERSONAL_NUMBER -> whole(LicenceKind.BUSINESS, issuer, CITIZEN);
    };
  }

  private static String whole(LicenceKind kind, Office issuer, String serial) {
    return new LicenceIdentifier(kind.code(), issuer.code(), serial, 1).text();
  }

  /** The same identifier with the first check character that reads so. */
  private static String ending(String good, LicenceIdentifierReading.Check check) {
    return IntStream.range(0, Character.MAX_RADIX)
        .mapToObj(digit -> Character.toUpperCase(Character.forDigit(digit, Character.MAX_RADIX)))
        .map(character -> good.substring(0, good.length() - 1) + character)
        .filter(text -> LicenceIdentifierReading.of(text).check() == check)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no check character reads so"));
  }

  /** Letters, so that it looks like nobody's number. */
  private static String serial(int number) {
    return String.format(Locale.ROOT, "DSQ%06d", number);
  }
}
