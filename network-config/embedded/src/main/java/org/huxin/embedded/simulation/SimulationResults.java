// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * What a simulation leaves behind.
 *
 * @param readWriteSet what goes into the transaction
 * @param privateWrites the plain text of private writes, for the organisations that hold them
 * @param keyPolicies the keys written, with the policy that holds for each
 * @param privateReads the collections whose values were read
 */
public record SimulationResults(
    TxReadWriteSet readWriteSet,
    Optional<TxPvtReadWriteSet> privateWrites,
    Set<Simulator.KeyPolicy> keyPolicies,
    Set<Simulator.CollectionName> privateReads) {

  /** Copies the sets. */
  public SimulationResults {
    keyPolicies = Set.copyOf(keyPolicies);
    privateReads = Set.copyOf(privateReads);
  }
}
