// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/** Well-formed JSON is not the form of the expected type. */
public final class DecodeRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param at where; becomes the evidence {@code at}
   * @param evidence what else is known; never content
   */
  public DecodeRefusedException(DecodeRefusal code, Place at, Map<String, String> evidence) {
    super(code, withPlace(at, evidence));
  }

  private static Map<String, String> withPlace(Place at, Map<String, String> evidence) {
    TreeMap<String, String> all = new TreeMap<>(evidence);
    all.put("at", at.toString());
    return all;
  }

  @Override
  public DecodeRefusal code() {
    return (DecodeRefusal) super.code();
  }
}
