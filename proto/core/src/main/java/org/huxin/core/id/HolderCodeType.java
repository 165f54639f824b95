// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Optional;

/** 持证主体代码类型: what kind of number names a holder, GB/T 36903 annex A. */
public enum HolderCodeType {
  /** 统一社会信用代码. */
  USCC("001"),
  /** 其他法人或其他组织有效证件代码. */
  OTHER_ORGANISATION("099"),
  /** 公民身份号码. */
  CITIZEN_ID("111"),
  /** 军官证. */
  MILITARY_OFFICER("114"),
  /** 警官证. */
  POLICE_OFFICER("115"),
  /** 士兵证. */
  SOLDIER("118"),
  /** 武警士兵证. */
  ARMED_POLICE_SOLDIER("119"),
  /** 文职人员证. */
  CIVILIAN_STAFF("120"),
  /** 文职人员证, second series. */
  CIVILIAN_STAFF_2("122"),
  /** 外交护照. */
  DIPLOMATIC_PASSPORT("411"),
  /** 公务护照. */
  SERVICE_PASSPORT("412"),
  /** 公务普通护照. */
  ORDINARY_SERVICE_PASSPORT("413"),
  /** 普通护照. */
  ORDINARY_PASSPORT("414"),
  /** 台湾居民来往大陆通行证. */
  TAIWAN_PERMIT("511"),
  /** 港澳居民来往内地通行证. */
  HONG_KONG_MACAO_PERMIT("516"),
  /** 其他自然人有效证件代码. */
  OTHER_PERSON("999");

  private final String code;

  HolderCodeType(String code) {
    this.code = code;
  }

  /** The three digits. */
  public String code() {
    return code;
  }

  /** The type with that {@link #code}, or empty if the standard has none. */
  public static Optional<HolderCodeType> ofCode(String code) {
    for (HolderCodeType type : values()) {
      if (type.code.equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
