// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/** A bundle does not hold. */
public final class BundleRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public BundleRefusedException(BundleRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static BundleRefusedException of(BundleRefusal code) {
    return new BundleRefusedException(code, Map.of());
  }

  static BundleRefusedException because(BundleRefusal code, RefusedException cause) {
    TreeMap<String, String> evidence = new TreeMap<>(cause.evidence());
    evidence.put("code", cause.code().name());
    return new BundleRefusedException(code, evidence);
  }

  @Override
  public BundleRefusal code() {
    return (BundleRefusal) super.code();
  }
}
