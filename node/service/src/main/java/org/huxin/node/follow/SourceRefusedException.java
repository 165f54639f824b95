// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/** A source delivers no blocks. */
public final class SourceRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal by a source. */
  public SourceRefusedException(SourceRefusal code, String source, Map<String, String> more) {
    super(code, with(source, more));
  }

  private static Map<String, String> with(String source, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(more);
    all.put("source", source);
    return all;
  }

  @Override
  public SourceRefusal code() {
    return (SourceRefusal) super.code();
  }
}
