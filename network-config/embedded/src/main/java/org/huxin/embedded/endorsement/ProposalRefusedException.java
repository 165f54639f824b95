// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

/**
 * A peer answered a proposal with an error instead of a response. The message is Fabric's, since
 * clients read it.
 */
public final class ProposalRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean atTheDoor;

  ProposalRefusedException(String message, boolean atTheDoor) {
    super(message);
    this.atTheDoor = atTheDoor;
  }

  /** Whether the proposal was turned away unread, so that another peer may be asked. */
  public boolean atTheDoor() {
    return atTheDoor;
  }
}
