// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import org.huxin.crypto.refusal.RefusalCode;

/** Why the cities are not started. */
public enum NetworkRefusal implements RefusalCode {
  /** A port of the topology is taken by another program. Evidence: {@code port}. */
  PORT_IN_USE,
  /** A process runs the network of this folder already. Evidence: {@code folder}. */
  FOLDER_IN_USE,
  /** The folder holds something, and not a network. Evidence: {@code folder}. */
  FOLDER_NOT_OF_A_NETWORK,
  /**
   * The ledger of the folder was founded on another network than its blocks are of, or by other
   * cities or keys: files were taken away or mixed. Evidence: {@code folder}.
   */
  FOLDER_OF_OTHER_LEDGER
}
