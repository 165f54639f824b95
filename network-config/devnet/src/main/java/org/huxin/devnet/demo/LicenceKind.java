// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import org.huxin.core.id.LicenceTypeCode;

/** The licence types of the story, as {@code network-config/national-types.json} defines them. */
@SuppressWarnings("ImmutableEnumChecker") // this project's values are, though no annotation says so
public enum LicenceKind {
  /** 营业执照. */
  BUSINESS("11100000MB0143028R001"),
  /** 居民身份证. */
  IDENTITY_CARD("11100000000013127D001"),
  /** 不动产权证书. */
  PROPERTY("11100000MB03271699001"),
  /** 结婚证. */
  MARRIAGE("111000000000131433001"),
  /** 建筑施工企业安全生产许可证. */
  CONSTRUCTION_SAFETY("11100000000013338W050"),
  /** 建筑业企业资质证书. */
  CONSTRUCTION_GRADE("11100000000013338W909"),
  /** 食品经营许可证. */
  FOOD("11100000MB0143028R901"),
  /** 道路运输经营许可证. */
  ROAD_TRANSPORT("11150000MB9T002140901"),
  /** 涉密测绘成果使用证, of which nothing may be hashed. */
  CLASSIFIED("11100000MB03271699901");

  /** The one version that the ledger is founded with. */
  static final int VERSION = 1;

  private final LicenceTypeCode code;

  LicenceKind(String code) {
    this.code = new LicenceTypeCode(code);
  }

  /** The type's code. */
  public LicenceTypeCode code() {
    return code;
  }
}
