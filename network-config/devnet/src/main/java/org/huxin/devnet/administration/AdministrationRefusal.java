// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import org.huxin.crypto.refusal.RefusalCode;

/** Why what an administrator asked for was not done. */
public enum AdministrationRefusal implements RefusalCode {
  /** A peer or an orderer did not answer; the evidence says which, and how the call ended. */
  NOT_REACHED,
  /** An orderer does not join the channel; the evidence holds its words. */
  JOIN_REFUSED,
  /** A peer does not endorse; the evidence holds its words. */
  PROPOSAL_REFUSED,
  /** Too few orderers take a transaction; the evidence holds their words. */
  ORDER_REFUSED,
  /** A transaction was ordered, but is not valid; the evidence holds Fabric's code. */
  TRANSACTION_INVALID,
  /** What was ordered does not show at a peer in time. */
  NOT_SEEN
}
