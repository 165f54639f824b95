// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.authority.Authority;
import org.huxin.core.codec.Shape;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.governance.City;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class EntityQueriesTest {
  private static final String USCC = SampleCity.ORDOS.governor().text();
  private static final String TYPE = USCC + "001";
  private static final String ITEM = USCC + "0000000000001";
  private static final String SHA = "sha256:" + "ab".repeat(32);
  private static final String THUMBPRINT = "A".repeat(43);

  /** A name of each part. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("city", "150600"),
          Map.entry("uscc", USCC),
          Map.entry("type", TYPE),
          Map.entry("version", "3"),
          Map.entry("number", "3"),
          Map.entry("item", ITEM),
          Map.entry("issuer", USCC),
          Map.entry("supervisor", USCC),
          Map.entry("division", "150602"),
          Map.entry("id", SHA),
          Map.entry("seal", "sm3:" + "cd".repeat(32)),
          Map.entry("anchorKey", SHA),
          Map.entry("grant", SHA),
          Map.entry("grantor", THUMBPRINT),
          Map.entry("thumbprint", THUMBPRINT),
          Map.entry("grantee", USCC),
          Map.entry("consumer", USCC),
          Map.entry("business", SHA),
          Map.entry("material", "LICENCE"));

  private final ContractBench bench = ContractBench.founded();

  private JsonObject ask(String query, String... arguments) {
    Outcome outcome = bench.call(SampleCity.BAOTOU.msp(), query, List.of(arguments));
    return (JsonObject) ((Outcome.Answer) outcome).json();
  }

  private LedgerRefusedException refused(String query, String... arguments) {
    return assertThrows(LedgerRefusedException.class, () -> ask(query, arguments));
  }

  private static List<String> named(EntityKind<?> kind) {
    return kind.parts().stream()
        .map(part -> Optional.ofNullable(PARTS.get(part)).orElseThrow())
        .toList();
  }

  private static List<String> keys(JsonObject page) {
    List<String> keys = new ArrayList<>();
    ((JsonArray) page.get("entries").orElseThrow())
        .items()
        .forEach(
            entry ->
                keys.add(((JsonString) ((JsonObject) entry).get("key").orElseThrow()).value()));
    return keys;
  }

  @Test
  void anEntityIsAnsweredWithKeyVersionAndValue() {
    JsonObject answer = ask("GetAuthority", USCC);
    assertEquals(new TreeSet<>(List.of("key", "value", "version")), answer.members().keySet());
    assertEquals(new JsonString("authority/" + USCC), answer.get("key").orElseThrow());
    assertEquals(new JsonInteger(1), answer.get("version").orElseThrow());
    Authority authority = bench.get(Authority.key(SampleCity.ORDOS.governor()));
    assertEquals(Authority.CODEC.encode(authority), answer.get("value").orElseThrow());
  }

  @Test
  void everyKindIsAskedForByItsName() {
    for (EntityKind<?> kind : EntityTable.all()) {
      String query = "Get" + kind.singular();
      List<String> parts = named(kind);
      if (bench.ledger().get(kind.key(parts)).isPresent()) {
        assertTrue(ask(query, parts.toArray(String[]::new)).get("value").isPresent(), query);
      } else {
        assertEquals(
            LedgerRefusal.NOT_FOUND, refused(query, parts.toArray(String[]::new)).code(), query);
      }
      List<String> many = new ArrayList<>(parts);
      many.add("1");
      assertEquals(
          LedgerRefusal.ARGUMENTS_REFUSED,
          refused(query, many.toArray(String[]::new)).code(),
          query);
      for (int i = 0; i < parts.size(); i++) {
        List<String> wrong = new ArrayList<>(parts);
        wrong.set(i, "not a name");
        LedgerRefusedException refused = refused(query, wrong.toArray(String[]::new));
        assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused.code(), query);
        assertFalse(refused.message().contains("not a name"), query);
      }
    }
  }

  @Test
  void everyKindOfTheLedgerIsInTheTableOnceWithItsHistory() {
    TreeSet<String> names = new TreeSet<>();
    for (EntityKind<?> kind : EntityTable.all()) {
      assertTrue(names.add(kind.type().name()), kind.type().name());
      List<String> members =
          kind.type().codec().shape().fields().stream().map(Shape.Member::name).toList();
      assertTrue(members.contains("history"), kind.singular());
      readsBack(kind);
    }
  }

  private static <T extends Entity> void readsBack(EntityKind<T> kind) {
    EntityKey<T> key = kind.key(named(kind));
    assertEquals(key, kind.type().stored(key.stored()));
    if (!kind.parts().isEmpty()) {
      assertEquals(key, kind.named(key.toString()));
    }
    List<String> first = named(kind).subList(0, kind.prefixParts());
    assertEquals(key.parts().subList(0, kind.prefixParts()), kind.prefix(first));
  }

  @Test
  void aListIsReadPageByPage() {
    int count = ListQuery.PAGE + 20;
    for (int i = 0; i < count; i++) {
      String city = (i < 99 ? SampleCity.ORDOS : SampleCity.HOHHOT).code().text();
      bench.register(
          SampleAuthority.in(new DivisionCode(city), i % 99 + 1),
          new DivisionCode(city),
          Optional.empty());
    }
    JsonObject first = ask("ListAuthorities");
    assertEquals(ListQuery.PAGE, keys(first).size());
    String next = ((JsonString) first.get("next").orElseThrow()).value();
    assertEquals(keys(first).get(ListQuery.PAGE - 1), next);
    JsonObject second = ask("ListAuthorities", next);
    assertEquals(Optional.empty(), second.get("next"));
    List<String> all = new ArrayList<>(keys(first));
    all.addAll(keys(second));
    assertEquals(count + SampleCity.values().length, all.size());
    assertEquals(new ArrayList<>(new TreeSet<>(all)), all);
    assertEquals(all.subList(0, ListQuery.PAGE), keys(ask("ListAuthorities", "")));
  }

  @Test
  void aBookmarkOfAnotherListIsRefused() {
    for (String bookmark : List.of("city/150600", "authority", "authority/a b", "authority/a/b")) {
      assertEquals(
          LedgerRefusal.ARGUMENTS_REFUSED, refused("ListAuthorities", bookmark).code(), bookmark);
    }
    String other = "accreditation/" + SampleCity.BAOTOU.governor() + "/" + TYPE + "/150602";
    assertEquals(
        LedgerRefusal.ARGUMENTS_REFUSED, refused("ListAccreditations", other, USCC).code());
    assertEquals(
        LedgerRefusal.ARGUMENTS_REFUSED, refused("ListAccreditations", "", "not a name").code());
    assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused("ListAuthorities", "", USCC).code());
    assertEquals(List.of(), keys(ask("ListAccreditations", "", USCC, TYPE)));
  }

  @Test
  void aHistoryIsReadFromItsSegmentsAndTheValueOldestFirst() {
    EntityKey<City> key = City.key(SampleCity.ORDOS.code());
    int versions = History.CLOSE_AT + 5;
    grow(key, versions);
    List<String> entries = new ArrayList<>();
    JsonObject answer = ask("GetHistory", "City", "150600");
    ((JsonArray) answer.get("entries").orElseThrow())
        .items()
        .forEach(
            entry ->
                entries.add(
                    ((JsonString) ((JsonObject) entry).get("statement").orElseThrow()).value()));
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= versions; i++) {
      expected.add(Revision.print(statement(i)));
    }
    assertEquals(expected, entries);
    assertEquals(new JsonInteger(versions), answer.get("version").orElseThrow());
    assertEquals(new JsonInteger(1), answer.get("first").orElseThrow());
    assertEquals(Optional.empty(), answer.get("next"));

    JsonObject rest = ask("GetHistory", "City", "150600", "30");
    assertEquals(new JsonInteger(30), rest.get("first").orElseThrow());
    assertEquals(versions - 29, ((JsonArray) rest.get("entries").orElseThrow()).items().size());
    JsonObject last = ask("GetHistory", "City", "150600", Integer.toString(versions));
    assertEquals(1, ((JsonArray) last.get("entries").orElseThrow()).items().size());
  }

  @Test
  void aLongHistoryIsReadInPages() {
    grow(City.key(SampleCity.ORDOS.code()), HistoryQuery.PAGE + 100);
    JsonObject first = ask("GetHistory", "City", "150600");
    assertEquals(
        HistoryQuery.PAGE, ((JsonArray) first.get("entries").orElseThrow()).items().size());
    assertEquals(new JsonInteger(HistoryQuery.PAGE + 1), first.get("next").orElseThrow());
    JsonObject second =
        ask("GetHistory", "City", "150600", Integer.toString(HistoryQuery.PAGE + 1));
    assertEquals(100, ((JsonArray) second.get("entries").orElseThrow()).items().size());
    assertEquals(Optional.empty(), second.get("next"));
  }

  @Test
  void aHistoryThatIsNoneIsRefused() {
    assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused("GetHistory").code());
    assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused("GetHistory", "Nothing").code());
    assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused("GetHistory", "City").code());
    assertEquals(LedgerRefusal.NOT_FOUND, refused("GetHistory", "City", "150700").code());
    for (String version : List.of("0", "2", "x", "-1", "99999999999")) {
      assertEquals(
          LedgerRefusal.ARGUMENTS_REFUSED,
          refused("GetHistory", "City", "150600", version).code(),
          version);
    }
  }

  private static StatementId statement(int number) {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("statement " + number)));
  }

  /** Gives the city a history of that many versions, cut into segments as operations do. */
  private void grow(EntityKey<City> key, int versions) {
    City city = bench.get(key);
    Instant at = ContractBench.FOUNDED;
    History<Revision> history = History.begin(new Revision(at, statement(1)));
    for (int i = 2; i <= versions; i++) {
      at = at.plus(Duration.ofSeconds(1));
      history = history.append(new Revision(at, statement(i)));
      City grown = new City(city.code(), city.divisions(), city.endpoints(), city.terms(), history);
      Optional<Entity.Shortened> shorter = grown.closeSegment(at);
      if (shorter.isPresent()) {
        bench.ledger().putSegment(key, shorter.get());
        history = ((City) shorter.get().rest()).history();
      }
      bench
          .ledger()
          .put(
              key,
              new City(city.code(), city.divisions(), city.endpoints(), city.terms(), history));
    }
  }
}
