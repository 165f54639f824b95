// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/** A topology was refused. The evidence lists every mistake, each with the line it stands in. */
public final class TopologyRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  TopologyRefusedException(TopologyRefusal code, List<String> mistakes) {
    super(code, numbered(mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  private static Map<String, String> numbered(List<String> mistakes) {
    Map<String, String> evidence = new TreeMap<>();
    for (int i = 0; i < mistakes.size(); i++) {
      evidence.put("mistake %03d".formatted(i + 1), mistakes.get(i));
    }
    return evidence;
  }

  @Override
  public TopologyRefusal code() {
    return (TopologyRefusal) super.code();
  }

  /** Every mistake found, in the order of the file. */
  public List<String> mistakes() {
    return mistakes;
  }
}
