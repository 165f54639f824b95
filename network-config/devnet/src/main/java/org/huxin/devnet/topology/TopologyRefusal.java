// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a topology is refused. */
public enum TopologyRefusal implements RefusalCode {
  /** The file is longer than any topology needs to be. */
  TOPOLOGY_TOO_LARGE,
  /** Not one YAML document with a mapping. */
  TOPOLOGY_NOT_YAML,
  /** Well-formed, but members are missing, unknown, repeated or contradict each other. */
  TOPOLOGY_NOT_SOUND
}
