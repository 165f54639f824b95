// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import java.util.List;
import org.huxin.node.log.LogParticipant;
import org.huxin.node.replica.CommitParticipant;

/** The only list of those who derive something of their own from each block. Stateless. */
public final class NodeParticipants {
  private NodeParticipants() {}

  /** All of them; a replica that was derived with others is derived again. */
  public static List<CommitParticipant> all() {
    return List.of(new LogParticipant());
  }
}
