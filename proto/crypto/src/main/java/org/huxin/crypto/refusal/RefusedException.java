// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.refusal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something was refused: the code says which rule it breaks, the evidence says what was found.
 *
 * <p>Each boundary has its own subclass with its own closed enum of codes. Evidence holds
 * positions, sizes, codes and digests; never a key, and never the refused text itself where that
 * could be personal data.
 */
public abstract class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusalCode code;
  private final transient SortedMap<String, String> evidence;

  /**
   * A refusal with its evidence.
   *
   * @param code the rule that is broken
   * @param evidence what was found, by name; empty if the code says it all
   */
  protected RefusedException(RefusalCode code, Map<String, String> evidence) {
    super(evidence.isEmpty() ? code.name() : code.name() + " " + new TreeMap<>(evidence));
    this.code = code;
    this.evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
  }

  /** The rule that is broken. Subclasses narrow the type to their own enum. */
  public RefusalCode code() {
    return code;
  }

  /** What was found, by name in sorted order; empty if the code says it all. Unmodifiable. */
  public final SortedMap<String, String> evidence() {
    return evidence;
  }
}
