// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.query;

import java.util.EnumSet;
import java.util.List;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.json.JsonValue;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * {@code Get…}: one entity as it stands. Answers its key, version and value. Refuses:
 *
 * <ul>
 *   <li>ARGUMENTS_REFUSED: the parts of its name are too few or too many, or of another form;
 *   <li>NOT_FOUND: the ledger holds none of that name. For a licence's status or a retired key that
 *       is good news.
 * </ul>
 */
final class GetQuery<T extends Entity> extends EntityQuery {
  private final EntityKind<T> kind;

  GetQuery(EntityKind<T> kind) {
    super(
        "Get" + kind.singular(),
        kind.parts(),
        EnumSet.of(LedgerRefusal.ARGUMENTS_REFUSED, LedgerRefusal.NOT_FOUND));
    this.kind = kind;
  }

  @Override
  JsonValue answer(List<String> values, LedgerView view) {
    EntityKey<T> key = read(String.join(" ", kind.parts()), () -> kind.key(values));
    T entity =
        view.get(key)
            .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.NOT_FOUND, "key", key));
    return entry(key, entity);
  }
}
