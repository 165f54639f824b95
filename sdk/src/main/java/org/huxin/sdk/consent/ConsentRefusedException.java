// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/** Consent is not asked for, given, taken or used. Nothing was submitted. */
public final class ConsentRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public ConsentRefusedException(ConsentRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  /** A refusal with one piece of evidence. */
  public static ConsentRefusedException of(ConsentRefusal code, String name, Object value) {
    return new ConsentRefusedException(code, Map.of(name, value.toString()));
  }

  /** A refusal because of another one. */
  public static ConsentRefusedException of(ConsentRefusal code, RefusedException cause) {
    TreeMap<String, String> evidence = new TreeMap<>(cause.evidence());
    evidence.put("code", cause.code().name());
    return new ConsentRefusedException(code, evidence);
  }

  @Override
  public ConsentRefusal code() {
    return (ConsentRefusal) super.code();
  }
}
