// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.table;

import java.util.ArrayList;
import java.util.List;
import org.huxin.contract.Contract;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.OperationTable;
import org.huxin.contract.query.EntityQueries;

/** The contract with every operation and query: the only list of them. */
public final class HuxinContract {
  private HuxinContract() {}

  /** The contract. */
  public static Contract create() {
    List<LedgerOperation> all = new ArrayList<>();
    all.addAll(governance());
    all.addAll(authorities());
    all.addAll(catalogue());
    all.addAll(competence());
    all.addAll(seals());
    all.addAll(licences());
    all.addAll(agreements());
    all.addAll(authorizations());
    all.addAll(disputes());
    all.addAll(commitments());
    all.addAll(demands());
    all.addAll(checkpoints());
    all.addAll(queries());
    return new Contract(OperationTable.of(all));
  }

  private static List<LedgerOperation> governance() {
    return List.of();
  }

  private static List<LedgerOperation> authorities() {
    return List.of();
  }

  private static List<LedgerOperation> catalogue() {
    return List.of();
  }

  private static List<LedgerOperation> competence() {
    return List.of();
  }

  private static List<LedgerOperation> seals() {
    return List.of();
  }

  private static List<LedgerOperation> licences() {
    return List.of();
  }

  private static List<LedgerOperation> agreements() {
    return List.of();
  }

  private static List<LedgerOperation> authorizations() {
    return List.of();
  }

  private static List<LedgerOperation> disputes() {
    return List.of();
  }

  private static List<LedgerOperation> commitments() {
    return List.of();
  }

  private static List<LedgerOperation> demands() {
    return List.of();
  }

  private static List<LedgerOperation> checkpoints() {
    return List.of();
  }

  private static List<LedgerOperation> queries() {
    return EntityQueries.all();
  }
}
