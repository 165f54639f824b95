// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

/** Where a network may answer otherwise than Fabric v3.1.5. There are never more than three. */
public enum ExpectedDifference {
  /**
   * Chaincode events go on after a transaction that set no event. Fabric looks for that transaction
   * among the events and delivers nothing, for ever; a client's checkpoint must not stall.
   */
  EVENTS_GO_ON_AFTER_A_TRANSACTION_WITHOUT_EVENT
}
