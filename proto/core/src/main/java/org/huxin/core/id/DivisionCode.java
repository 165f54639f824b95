// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Optional;

/**
 * 行政区划代码: the code of a division, GB/T 2260: six digits, two each for province, city and county.
 * Zeros stand for "the whole".
 *
 * @param text the six digits
 */
public record DivisionCode(String text) implements Comparable<DivisionCode> {
  /** The number of digits. */
  public static final int LENGTH = 6;

  /** How far down a division stands. */
  public enum Level {
    /** 省、自治区、直辖市. */
    PROVINCE,
    /** 地级市、盟. */
    CITY,
    /** 区、县、旗. */
    COUNTY
  }

  /**
   * A code.
   *
   * @throws IdentifierRefusedException if it is not six digits, or names a county of no city or a
   *     city of no province
   */
  public DivisionCode {
    Alphabet.DIGITS.require(text, LENGTH);
    boolean noProvince = text.startsWith("00");
    boolean countyOfNoCity = text.startsWith("00", 2) && !text.endsWith("00");
    if (noProvince || countyOfNoCity) {
      throw IdentifierRefusedException.of(IdentifierRefusal.ID_STRUCTURE);
    }
  }

  /**
   * Reads a code.
   *
   * @throws IdentifierRefusedException if the text is not one
   */
  public static DivisionCode parse(String text) {
    return new DivisionCode(text);
  }

  /** How far down it stands. */
  public Level level() {
    if (!text.endsWith("00")) {
      return Level.COUNTY;
    }
    return text.endsWith("0000") ? Level.PROVINCE : Level.CITY;
  }

  /** The division right above it; empty for a province. */
  public Optional<DivisionCode> parent() {
    return switch (level()) {
      case PROVINCE -> Optional.empty();
      case CITY -> Optional.of(new DivisionCode(text.substring(0, 2) + "0000"));
      case COUNTY -> Optional.of(new DivisionCode(text.substring(0, 4) + "00"));
    };
  }

  /** The city that it is or lies in; for a province the province itself. */
  public DivisionCode city() {
    return level() == Level.COUNTY ? parent().orElseThrow() : this;
  }

  /** Whether the other is this division or lies beneath it. */
  public boolean covers(DivisionCode other) {
    int digits =
        switch (level()) {
          case PROVINCE -> 2;
          case CITY -> 4;
          case COUNTY -> LENGTH;
        };
    return other.text.regionMatches(0, text, 0, digits);
  }

  @Override
  public int compareTo(DivisionCode other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
