// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;

/** Judges identities and policies by the channel's configuration in force. Thread-safe. */
public interface AccessControl {

  /**
   * Whether an identity's certificate has expired; an identity that cannot be read has not.
   *
   * @return whether it must be turned away at the door
   */
  boolean isExpired(ByteString identity);

  /**
   * Demands that the creator of a proposal belongs to the channel and has signed it.
   *
   * @throws AccessDeniedException with Fabric's {@code access denied: channel …}
   */
  void checkCreator(SignedData proposal) throws AccessDeniedException;

  /**
   * Demands that a policy of the channel's configuration holds.
   *
   * @param policy its path, such as {@code /Channel/Application/Readers}
   * @throws AccessDeniedException with what Fabric says of a policy that does not hold
   */
  void checkPolicy(String policy, SignedData signed) throws AccessDeniedException;
}
