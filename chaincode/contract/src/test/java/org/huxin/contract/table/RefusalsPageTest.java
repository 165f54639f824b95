// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.contract.LedgerOperation;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.refusal.RefusalTexts;
import org.junit.jupiter.api.Test;

/** The page of refusals: what stands there is what the operations list and the texts say. */
final class RefusalsPageTest {
  private static final GeneratedPage PAGE = GeneratedPage.of("refusals.md");
  private static final List<LedgerOperation> ALL = HuxinContract.create().table().all();
  private static final Pattern EXAMPLE = Pattern.compile("```text message\n([^\n]+)\n```");

  @Test
  void thePageListsEveryRefusalWithWhoRefusesAndWhatToDo() throws IOException {
    RefusalTexts english = RefusalTexts.in(Locale.ENGLISH);
    RefusalTexts chinese = RefusalTexts.in(Locale.CHINESE);
    StringBuilder rows = new StringBuilder();
    rows.append(
        "| Code | Refused by | Meaning | What to do | 含义 | 处理 |\n|---|---|---|---|---|---|\n");
    for (LedgerRefusal code : LedgerRefusal.values()) {
      rows.append("| `").append(code).append("` | ").append(refusedBy(code));
      rows.append(" | ").append(english.meaning(code)).append(" | ").append(english.action(code));
      rows.append(" | ").append(chinese.meaning(code)).append(" | ").append(chinese.action(code));
      rows.append(" |\n");
    }
    PAGE.compare("refusals", rows.toString());
  }

  @Test
  void theExampleOnThePageReadsBack() throws IOException {
    Matcher example = EXAMPLE.matcher(PAGE.text());
    assertTrue(example.find());
    String message = String.valueOf(example.group(1));
    LedgerRefusedException refused = LedgerRefusedException.parse(message).orElseThrow();

    assertEquals(LedgerRefusal.STALE_VERSION, refused.code());
    assertEquals(
        new TreeMap<>(
            Map.of("key", "authority/11150600MB9T00011A", "replaces", "3", "version", "4")),
        refused.evidence());
    assertEquals(message, refused.message());
  }

  private static String refusedBy(LedgerRefusal code) {
    List<LedgerOperation> who =
        ALL.stream().filter(each -> each.refusals().contains(code)).toList();
    if (who.isEmpty()) {
      return "the service";
    }
    List<LedgerOperation> writing = ALL.stream().filter(each -> !each.isQuery()).toList();
    List<LedgerOperation> queries = ALL.stream().filter(LedgerOperation::isQuery).toList();
    StringBuilder names = new StringBuilder();
    // What nearly all refuse with is said once, or the table could not be read.
    if (nearlyAll(who, writing)) {
      names.append("statements");
      who = who.stream().filter(LedgerOperation::isQuery).toList();
    }
    if (nearlyAll(who, queries)) {
      names.append(names.isEmpty() ? "" : ", ").append("queries");
      who = who.stream().filter(each -> !each.isQuery()).toList();
    }
    for (LedgerOperation each : who) {
      names.append(names.isEmpty() ? "" : ", ").append('`').append(each.name()).append('`');
    }
    return names.toString();
  }

  private static boolean nearlyAll(List<LedgerOperation> who, List<LedgerOperation> group) {
    long count = group.stream().filter(who::contains).count();
    return count > 0 && 10 * count >= 9L * group.size();
  }
}
