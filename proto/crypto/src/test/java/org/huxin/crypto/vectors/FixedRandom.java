// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.vectors;

import java.security.SecureRandom;
import org.huxin.crypto.bytes.Bytes;

/** Randomness that was chosen before: gives the bytes it was made with, in order, then fails. */
public final class FixedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Bytes bytes;
  private int at;

  /** Gives these bytes. */
  public FixedRandom(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public synchronized void nextBytes(byte[] target) {
    bytes.slice(at, at + target.length).copyTo(target, 0);
    at += target.length;
  }
}
