// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A proof does not hold. */
public final class MerkleRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public MerkleRefusedException(MerkleRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static MerkleRefusedException of(MerkleRefusal code) {
    return new MerkleRefusedException(code, Map.of());
  }

  static MerkleRefusedException pathLength(int expected, int found) {
    return new MerkleRefusedException(
        MerkleRefusal.PATH_LENGTH,
        Map.of("expected", Integer.toString(expected), "found", Integer.toString(found)));
  }

  @Override
  public MerkleRefusal code() {
    return (MerkleRefusal) super.code();
  }
}
