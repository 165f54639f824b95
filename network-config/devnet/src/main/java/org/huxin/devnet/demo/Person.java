// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;

/**
 * The people and enterprises of the story. Nobody has these numbers: the day of birth lies before
 * such numbers existed.
 */
@SuppressWarnings("ImmutableEnumChecker") // this project's values are, though no annotation says so
public enum Person {
  /** 测试甲, of 东胜. */
  JIA(HolderCodeType.CITIZEN_ID, "150602190001010015", "测试甲"),
  /** 测试乙, of 昆都仑, to whom 甲 is married. */
  YI(HolderCodeType.CITIZEN_ID, "150203190001010028", "测试乙"),
  /** 测试丙, of 集宁, a herder. */
  BING(HolderCodeType.CITIZEN_ID, "150902190001010038", "测试丙"),
  /** 测试丁, of 赛罕, an agent. */
  DING(HolderCodeType.CITIZEN_ID, "150105190001010041", "测试丁"),
  /** A convenience shop of 东胜. */
  SHOP(HolderCodeType.USCC, "91150602MA0T000115", "示例便利店有限公司"),
  /** A builder of 赛罕. */
  BUILDER(HolderCodeType.USCC, "91150105MA0T000469", "示例建筑工程有限公司"),
  /** A haulier of 集宁. */
  HAULIER(HolderCodeType.USCC, "91150902MA0T00038C", "示例运输有限公司");

  private final HolderId id;
  private final String label;

  Person(HolderCodeType type, String code, String label) {
    this.id = new HolderId(type, code);
    this.label = label;
  }

  /** Under which number licences name it. */
  public HolderId id() {
    return id;
  }

  /** What it is called. */
  String label() {
    return label;
  }
}
