// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import java.util.Map;
import java.util.Optional;
import org.huxin.contract.Contract;
import org.huxin.contract.table.HuxinContract;

/**
 * The contract by the version of its chaincode definition, which is the version of the rules. A
 * release knows every version since the ledger was founded. Immutable.
 *
 * @param contracts by version
 */
public record RulesVersions(Map<String, Contract> contracts) {

  /** Copies the map. */
  public RulesVersions {
    contracts = Map.copyOf(contracts);
  }

  /** Every version that this release knows. */
  public static RulesVersions all() {
    return new RulesVersions(Map.of("1.0", HuxinContract.create()));
  }

  /** The contract of a version; empty if this release does not know it. */
  public Optional<Contract> find(String version) {
    return Optional.ofNullable(contracts.get(version));
  }
}
