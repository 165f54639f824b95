// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** The stock of an old system cannot be read. */
public final class StockRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  StockRefusedException(StockRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static StockRefusedException of(StockRefusal code, String name, Object value) {
    return new StockRefusedException(code, Map.of(name, value.toString()));
  }

  @Override
  public StockRefusal code() {
    return (StockRefusal) super.code();
  }
}
