// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

/** Somebody may not do what they ask for. The message is Fabric's own, since clients read it. */
public final class AccessDeniedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal in Fabric's words. */
  public AccessDeniedException(String message) {
    super(message);
  }
}
