// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.refusal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.TextMapCodec;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;

/** The ledger refuses a statement or a query. */
public final class LedgerRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** Names, positions, times and digests; far more than any refusal has. */
  private static final TextMapCodec EVIDENCE = new TextMapCodec(16, 256);

  private static final JsonLimits LIMITS = new JsonLimits(16 * 1024, 2);

  /** A refusal with its evidence. */
  public LedgerRefusedException(LedgerRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  /** A refusal that its code says all about. */
  public static LedgerRefusedException of(LedgerRefusal code) {
    return new LedgerRefusedException(code, Map.of());
  }

  /** A refusal with one piece of evidence. */
  public static LedgerRefusedException of(LedgerRefusal code, String name, Object value) {
    return new LedgerRefusedException(code, Map.of(name, value.toString()));
  }

  /** A life cycle's refusal, which has the same name here. */
  public static LedgerRefusedException of(LifeCycleRefusedException refused) {
    return new LedgerRefusedException(
        LedgerRefusal.valueOf(refused.code().name()), refused.evidence());
  }

  /**
   * The form in which it crosses Fabric, which drops all but an error's message: the code, a space,
   * and the evidence as canonical JSON.
   */
  public String message() {
    return code().name() + " " + CanonicalJson.text(EVIDENCE.encode(evidence()));
  }

  /**
   * Reads such a message.
   *
   * @return empty if the text is no refusal's message: some other error
   */
  public static Optional<LedgerRefusedException> parse(String message) {
    int space = message.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    try {
      LedgerRefusal code = LedgerRefusal.valueOf(message.substring(0, space));
      TreeMap<String, String> evidence =
          new TreeMap<>(EVIDENCE.fromBytes(Bytes.utf8(message.substring(space + 1)), LIMITS));
      return Optional.of(new LedgerRefusedException(code, evidence));
    } catch (JsonRefusedException | DecodeRefusedException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public LedgerRefusal code() {
    return (LedgerRefusal) super.code();
  }
}
