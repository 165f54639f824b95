// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.query;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.statement.StatementArguments;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** A query: open to every member of the channel, and about what stands on the ledger. */
abstract class EntityQuery implements LedgerOperation {
  private final String name;
  private final List<String> arguments;
  private final Set<LedgerRefusal> refusals;

  EntityQuery(String name, List<String> arguments, Set<LedgerRefusal> refusals) {
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.refusals = Set.copyOf(refusals);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean isQuery() {
    return true;
  }

  @Override
  public final List<String> arguments() {
    return arguments;
  }

  @Override
  public final Set<LedgerRefusal> refusals() {
    return refusals;
  }

  @Override
  public final Outcome execute(List<String> values, LedgerView view, TransactionContext context) {
    int required = (int) arguments.stream().filter(each -> !each.endsWith("?")).count();
    boolean list = arguments.stream().anyMatch(each -> each.contains("…"));
    StatementArguments.requireCount(values, required, list ? Integer.MAX_VALUE : arguments.size());
    return new Outcome.Answer(answer(values, view));
  }

  /**
   * Answers.
   *
   * @throws LedgerRefusedException with one of the codes of {@link #refusals}
   */
  abstract JsonValue answer(List<String> values, LedgerView view);

  /** Reads an argument, whose content no refusal repeats. */
  static <T> T read(String argument, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw LedgerRefusedException.of(LedgerRefusal.ARGUMENTS_REFUSED, "argument", argument);
    }
  }

  /** {@code {"key":…,"value":…,"version":…}}. */
  static <T extends Entity> JsonObject entry(EntityKey<T> key, T entity) {
    return JsonObject.builder()
        .put("key", key.toString())
        .put("version", entity.version())
        .put("value", key.type().codec().encode(entity))
        .build();
  }
}
