// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.authority.Authority;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.ledger.EntityKey;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;

/** What the page of the ledger's state says of keys follows from the table of entities. */
final class LedgerStatePageTest {
  private static final GeneratedPage PAGE = GeneratedPage.of("ledger-state.md");

  @Test
  void thePageListsEveryKindOfEntity() throws IOException {
    StringBuilder rows = new StringBuilder();
    rows.append("| Entity | Key: kind and parts | Parts of its name in queries |\n|---|---|---|\n");
    for (EntityKind<?> kind : EntityTable.all()) {
      rows.append("| ").append(kind.singular()).append(" | `").append(kind.type().name());
      rows.append("` and ").append(kind.type().parts()).append(" | ");
      rows.append(kind.parts().isEmpty() ? "–" : String.join(", ", kind.parts()));
      rows.append(" |\n");
    }
    PAGE.compare("keys", rows.toString());
  }

  @Test
  void theExamplesOnThePageAreTheKeysThatAreStored() throws IOException {
    EntityKey<Authority> key = Authority.key(SampleCity.ORDOS.governor());
    assertEquals(hex(key.stored()), example("authority-key"));
    assertEquals(hex(key.storedSegment(0)), example("segment-key"));
  }

  private static String hex(String key) {
    return Bytes.of(key.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static String example(String name) throws IOException {
    Matcher example = Pattern.compile("```text " + name + "\n([^\n]+)\n```").matcher(PAGE.text());
    assertTrue(example.find(), name);
    return String.valueOf(example.group(1));
  }
}
