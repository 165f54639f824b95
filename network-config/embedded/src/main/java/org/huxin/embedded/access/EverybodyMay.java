// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.access;

import com.google.protobuf.ByteString;

/** Admits everybody. */
public final class EverybodyMay implements AccessControl {

  @Override
  public boolean isExpired(ByteString identity) {
    return false;
  }

  @Override
  public void checkCreator(SignedData proposal) {
    // Everybody may.
  }

  @Override
  public void checkPolicy(String policy, SignedData signed) {
    // Everybody may.
  }
}
