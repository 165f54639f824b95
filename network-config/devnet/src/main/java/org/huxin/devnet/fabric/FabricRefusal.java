// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import org.huxin.crypto.refusal.RefusalCode;

/** Why there is no Fabric network. */
public enum FabricRefusal implements RefusalCode {
  /**
   * One of Fabric's programs is not there; the evidence says which, and where it was looked for.
   */
  PROGRAM_MISSING,
  /** A program is not of the one version that this project is tested with. */
  PROGRAM_VERSION,
  /** A program ended, or did not listen in time; the evidence holds its last words. */
  PROCESS_NOT_READY
}
