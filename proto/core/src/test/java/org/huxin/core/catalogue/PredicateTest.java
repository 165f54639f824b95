// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PredicateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EQ | 一级 | 一级 | true",
        "EQ | 一级 | 一级甲等 | false",
        "ONE_OF | 一级,二级 | 二级 | true",
        "ONE_OF | 一级,二级 | 一级,二级 | false",
        "CONTAINS | 餐饮 | 餐饮服务 | true",
        "CONTAINS | 餐饮 | 零售 | false",
        "AT_LEAST | 100 | 100.0 | true",
        "AT_LEAST | 100 | 99.999 | false",
        "AT_LEAST | -5 | -4 | true",
        "AT_LEAST | 100 | 1e9 | false",
        "AT_LEAST | 100 | 一百 | false",
        "AT_LEAST | 壹 | 5 | false"
      })
  void anAttributeSaysItOrNot(
      PredicateOperator operator, String value, String said, boolean holds) {
    assertEquals(holds, new Predicate(new FieldName("MC"), operator, new Name(value)).holds(said));
  }
}
