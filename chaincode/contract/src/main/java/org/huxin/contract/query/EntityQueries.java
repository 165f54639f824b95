// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.query;

import java.util.ArrayList;
import java.util.List;
import org.huxin.contract.LedgerOperation;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;

/** The queries that say what stands on the ledger, from the table of entities. */
public final class EntityQueries {
  private EntityQueries() {}

  /** {@code Get…} for each kind, {@code List…} where there may be several, {@code GetHistory}. */
  public static List<LedgerOperation> all() {
    List<LedgerOperation> all = new ArrayList<>();
    for (EntityKind<?> kind : EntityTable.all()) {
      all.add(new GetQuery<>(kind));
      if (!kind.parts().isEmpty()) {
        all.add(new ListQuery<>(kind));
      }
    }
    all.add(new HistoryQuery());
    return all;
  }
}
