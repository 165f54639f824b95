// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.snapshot;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a snapshot is not made or not taken over. */
public enum SnapshotRefusal implements RefusalCode {
  /** The folder holds no snapshot, or its list of files cannot be read. */
  SNAPSHOT_FORM,
  /** A file is missing, or is another than the list says. */
  SNAPSHOT_FILE,
  /** There is something already where it is to be written. */
  SNAPSHOT_TARGET,
  /** It is as of another block or state than its list says. */
  SNAPSHOT_OTHER_STATE,
  /** It is not what follows from its blocks. */
  SNAPSHOT_NOT_SOUND,
  /** A file cannot be read or written. */
  SNAPSHOT_DISK_FAILED
}
