// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.issuing.IssuingRow;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.issuing.LicenceDocument;
import org.junit.jupiter.api.Test;

final class StockFileTest {
  private static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");
  private static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  private static final LicenceTypeCode SECRET = LicenceTypeCode.parse("11100000MB0143028R002");
  private static final String DIGEST = "sm3:" + "ab".repeat(32);

  /** A mapping with all that a mapping may have, but for serial numbers. */
  private static final String MAPPING =
      """
      {"issuer": "11150602MB9T0002XY", "type": "11100000MB0143028R001", "typeVersion": 1,
       "division": "150602", "trustLevel": "B", "charset": "UTF_8", "delimiter": "COMMA",
       "dates": "ISO",
       "columns": {"identifier": "id", "issuedOn": "issued", "effective": "from",
                   "expiry": "until", "documentDigest": "digest"},
       "holders": [{"code": "holder", "typeColumn": "kind"}, {"code": "second", "type": "414"}],
       "attributes": [{"name": "MC", "column": "name"}, {"name": "ZS", "column": "place"}]}
      """;

  private static final String SERIALS =
      """
      {"issuer": "11150602MB9T0002XY", "type": "11100000MB0143028R001", "typeVersion": 1,
       "division": "150602", "trustLevel": "C", "charset": "GB18030", "delimiter": "TAB",
       "dates": "CHINESE",
       "columns": {"serial": "流水号", "version": "版本", "issuedOn": "发证日期"},
       "holders": [{"code": "代码", "type": "001"}],
       "attributes": [{"name": "MC", "column": "名称"}]}
      """;

  private static StockMapping mapping(String json) {
    return StockMapping.parse(Bytes.utf8(json));
  }

  private static LicenceIdentifier identifier() {
    return new LicenceIdentifier(TYPE, ISSUER, "JY1", 1);
  }

  /** A row without fault, whose cells a test changes. */
  private static Map<String, String> cells() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", identifier().text());
    cells.put("issued", "2023-05-04");
    cells.put("from", "2023-06-01");
    cells.put("until", "2033-05-31");
    cells.put("digest", DIGEST);
    cells.put("holder", "91150602MA0T000115");
    cells.put("kind", "001");
    cells.put("second", "G1");
    cells.put("name", "示例");
    cells.put("place", "");
    return cells;
  }

  private static List<IssuingRow> read(byte[] csv, String mapping) throws IOException {
    List<IssuingRow> rows = new ArrayList<>();
    try (StockFile file =
        new StockFile(new ByteArrayInputStream(csv), mapping(mapping), SECRET::equals)) {
      file.forEachRemaining(rows::add);
      assertEquals(csv.length, file.bytesRead());
    }
    return rows;
  }

  private static List<IssuingRow> read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8), MAPPING);
  }

  private static IssuingRow row(String column, String value) throws IOException {
    Map<String, String> cells = cells();
    cells.put(column, value);
    return read(String.join(",", cells.keySet())
            + "\r\n"
            + String.join(",", cells.values())
            + "\r\n")
        .get(0);
  }

  private static Licence licence(IssuingRow row) {
    return assertInstanceOf(IssuingRow.Read.class, row, row.toString()).licence();
  }

  private static StockRule rule(IssuingRow row) {
    Map<String, String> evidence =
        assertInstanceOf(IssuingRow.Unreadable.class, row, row.toString()).evidence();
    return StockRule.valueOf(String.valueOf(evidence.get("rule")));
  }

  @Test
  void aRowIsALicence() throws IOException {
    Licence licence = licence(row("name", "示例"));
    assertEquals(identifier(), licence.identifier());
    assertEquals(LocalDate.of(2023, 5, 4), licence.issuedOn());
    assertEquals(LocalDate.of(2023, 6, 1), licence.effective());
    assertEquals(Optional.of(LocalDate.of(2033, 5, 31)), licence.expiry());
    assertEquals(
        DIGEST, ((LicenceDocument.Hashed) licence.document().orElseThrow()).digest().toString());
    assertEquals(
        List.of(HolderCodeType.USCC, HolderCodeType.ORDINARY_PASSPORT),
        licence.holders().stream().map(holder -> holder.type()).toList());
    assertEquals(Map.of(new FieldName("MC"), "示例"), licence.attributes());
  }

  @Test
  void whatMayBeAbsentIsAbsent() throws IOException {
    assertEquals(LocalDate.of(2023, 5, 4), licence(row("from", "")).effective());
    for (String noEnd : List.of("", "长期", "永久", "9999-12-31")) {
      assertEquals(Optional.empty(), licence(row("until", noEnd)).expiry());
    }
    assertEquals(Optional.empty(), licence(row("digest", "")).document());
    assertEquals(1, licence(row("second", "")).holders().size());
  }

  @Test
  void oddFormsOfIdentifiersAreMended() throws IOException {
    String text = identifier().text();
    for (String odd :
        List.of(
            text.toLowerCase(java.util.Locale.ROOT),
            text.substring(LicenceIdentifier.ROOT.length() + 1),
            text.replace("1.2.156.3005.2", "1.2.156.3003.2"),
            "  " + text.replace('1', '１') + " ")) {
      assertEquals(identifier(), licence(row("id", odd)).identifier());
    }
  }

  @Test
  void eachRuleRefusesARow() throws IOException {
    String text = identifier().text();
    String body = text.substring(0, text.length() - 1);
    String other = text.endsWith("A") ? "B" : "A";
    Set<StockRule> tested = EnumSet.noneOf(StockRule.class);
    for (Object[] each :
        new Object[][] {
          {StockRule.VALUE_MISSING, "id", ""},
          {StockRule.VALUE_MISSING, "issued", " "},
          {StockRule.VALUE_MISSING, "holder", ""},
          {StockRule.IDENTIFIER_FORM, "id", "JY1"},
          {StockRule.VERSION_MISSING, "id", text.replace(".001.", ".")},
          {StockRule.VERSION_MISSING, "id", text.replace(".001.", "..")},
          {StockRule.VERSION_MISSING, "id", withVersion("000")},
          {StockRule.CHECK_CHARACTER, "id", body + other},
          {StockRule.LEGACY_CHECK_CHARACTER, "id", legacy()},
          {StockRule.SERIAL_FORM, "id", new LicenceIdentifierText("J".repeat(65)).text()},
          {
            StockRule.ID_NUMBER_IN_SERIAL,
            "id",
            new LicenceIdentifierText("11010519491231002X").text()
          },
          {
            StockRule.TYPE_UNKNOWN,
            "id",
            new LicenceIdentifierText("ABC", ISSUER.text(), "JY1").text()
          },
          {
            StockRule.TYPE_OF_OTHER_MAPPING,
            "id",
            new LicenceIdentifier(LicenceTypeCode.parse("11100000MB0143028R003"), ISSUER, "JY1", 1)
                .text()
          },
          {StockRule.TYPE_CLASSIFIED, "id", new LicenceIdentifier(SECRET, ISSUER, "JY1", 1).text()},
          {
            StockRule.ISSUER_UNKNOWN,
            "id",
            new LicenceIdentifier(TYPE, Uscc.parse("11150603MB9T00038D"), "JY1", 1).text()
          },
          {
            StockRule.ISSUER_UNKNOWN,
            "id",
            new LicenceIdentifierText(TYPE.text(), "150602", "JY1").text()
          },
          {StockRule.DATE_FORM, "issued", "2023/05/04"},
          {StockRule.DATE_FORM, "until", "2023-02-30"},
          {StockRule.HOLDER_FORM, "holder", "91150602MA0T000116"},
          {StockRule.HOLDER_TYPE, "kind", "777"},
          {StockRule.DIGEST_FORM, "digest", "nodigest"},
        }) {
      IssuingRow row = row((String) each[1], (String) each[2]);
      assertEquals(each[0], rule(row), each[1] + " " + each[2]);
      String value = ((String) each[2]).strip();
      assertFalse(!value.isEmpty() && row.toString().contains(value), row.toString());
      tested.add((StockRule) each[0]);
    }
    IssuingRow cells =
        read("id,issued,from,until,digest,holder,kind,second,name,place\r\na,b\r\n").get(0);
    assertEquals(StockRule.CELL_COUNT, rule(cells));
    tested.add(StockRule.CELL_COUNT);
    assertEquals(EnumSet.allOf(StockRule.class), tested);
  }

  private static String withVersion(String version) {
    return new LicenceIdentifierText(TYPE.text(), ISSUER.text(), "JY1", version).text();
  }

  /** A text with a good check character, whatever its parts are. */
  private record LicenceIdentifierText(String type, String issuer, String serial, String version) {
    LicenceIdentifierText(String serial) {
      this(TYPE.text(), ISSUER.text(), serial);
    }

    LicenceIdentifierText(String type, String issuer, String serial) {
      this(type, issuer, serial, "001");
    }

    String text() {
      String begin = String.join(".", LicenceIdentifier.ROOT, type, issuer, serial, version) + ".";
      for (char check : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
        if (org.huxin.core.id.LicenceIdentifierReading.of(begin + check).check()
            == org.huxin.core.id.LicenceIdentifierReading.Check.OK) {
          return begin + check;
        }
      }
      throw new AssertionError(begin);
    }
  }

  private static String legacy() {
    String text = identifier().text();
    String body = text.substring(0, text.length() - 1);
    for (char check : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
      if (org.huxin.core.id.LicenceIdentifierReading.of(body + check).check()
          == org.huxin.core.id.LicenceIdentifierReading.Check.LEGACY_VARIANT) {
        return body + check;
      }
    }
    throw new AssertionError("no legacy variant");
  }

  @Test
  void aSystemWithSerialNumbersOnlyIsReadInItsCharacterSet() throws IOException {
    String header = "流水号\t版本\t发证日期\t代码\t名称\n";
    String rest = "\t2023年5月4日\t91150602MA0T000115\t示例\n";
    byte[] csv =
        (header
                + "JY1\t2"
                + rest
                + "JY2\t"
                + rest
                + "JY3\t1000"
                + rest
                + "jy4\t1"
                + rest
                + "11010519491231002X\t1"
                + rest)
            .getBytes(Charset.forName("GB18030"));
    List<IssuingRow> rows = read(csv, SERIALS);
    assertEquals(new LicenceIdentifier(TYPE, ISSUER, "JY1", 2), licence(rows.get(0)).identifier());
    assertEquals("示例", licence(rows.get(0)).attributes().get(new FieldName("MC")));
    assertEquals(
        List.of(
            StockRule.VERSION_MISSING,
            StockRule.VERSION_MISSING,
            StockRule.SERIAL_FORM,
            StockRule.ID_NUMBER_IN_SERIAL),
        rows.subList(1, 5).stream().map(StockFileTest::rule).toList());
  }

  @Test
  void datesAreReadInEachForm() {
    LocalDate day = LocalDate.of(2026, 1, 5);
    assertEquals(day, DateForm.ISO.parse("2026-01-05"));
    assertEquals(day, DateForm.COMPACT.parse("20260105"));
    assertEquals(day, DateForm.SLASH.parse("2026/1/5"));
    assertEquals(day, DateForm.CHINESE.parse("2026年1月5日"));
  }

  @Test
  void quotesLineBreaksAndAByteOrderMarkAreOfTheForm() throws IOException {
    Map<String, String> cells = cells();
    cells.put("place", "\"东胜区, \"\"示例\"\"\n一层\"");
    List<IssuingRow> rows =
        read(
            "\uFEFF"
                + String.join(",", cells.keySet())
                + "\n\n"
                + String.join(",", cells.values())
                + "\n");
    assertEquals(1, rows.size());
    assertEquals("东胜区, \"示例\"\n一层", licence(rows.get(0)).attributes().get(new FieldName("ZS")));
  }

  private static StockRefusal refusal(byte[] csv) {
    return assertThrows(StockRefusedException.class, () -> read(csv, MAPPING)).code();
  }

  @Test
  void whatIsNoSuchFileIsRefused() {
    String header = String.join(",", cells().keySet());
    String row = String.join(",", cells().values());
    assertEquals(StockRefusal.HEADER_MISSING, refusal(new byte[0]));
    assertEquals(
        StockRefusal.COLUMN_MISSING,
        refusal(header.replace("id,", "").getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        StockRefusal.COLUMN_TWICE, refusal((header + ",id").getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        StockRefusal.CSV_FORM,
        refusal((header + "\n" + row + "\n\"open" + row).getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        StockRefusal.CHARSET, refusal((header + "\n" + row).getBytes(Charset.forName("GB18030"))));
  }

  @Test
  void aMappingIsReadStrictly() {
    StockMapping mapping = mapping(MAPPING);
    assertEquals(mapping, StockMapping.parse(StockMapping.CODEC.toBytes(mapping)));
    assertEquals(TrustLevel.B, mapping.kind().trustLevel());
    assertTrue(mapping.kind().stock());
    for (String broken :
        List.of(
            "",
            MAPPING.replace("\"trustLevel\"", "\"trust\""),
            MAPPING.replace("\"identifier\": \"id\"", "\"serial\": \"s\", \"identifier\": \"id\""),
            MAPPING.replace("\"identifier\": \"id\", ", ""),
            MAPPING.replace("\"identifier\"", "\"version\": \"v\", \"identifier\""),
            MAPPING.replace("\"typeColumn\": \"kind\"", "\"typeColumn\": \"k\", \"type\": \"001\""),
            MAPPING.replace(", \"type\": \"414\"", ""),
            MAPPING.replace("\"414\"", "\"777\""),
            MAPPING.replace("\"ZS\"", "\"MC\""),
            MAPPING.replace("\"place\"", "\" place\""),
            MAPPING.replace("\"ISO\"", "\"US\""))) {
      StockRefusedException refused =
          assertThrows(StockRefusedException.class, () -> mapping(broken), broken);
      assertEquals(StockRefusal.MAPPING_FORM, refused.code());
      assertTrue(refused.evidence().containsKey("refusal"));
    }
  }

  @Test
  void theExampleOfThePageIsRead() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("huxin.root", ""), "proto/spec/stock-mapping.md"));
    String json = block(page, "json");
    assertEquals(json, StockMapping.CODEC.toBytes(mapping(json)).decodeUtf8());
    List<IssuingRow> rows = read(block(page, "csv").getBytes(StandardCharsets.UTF_8), json);
    Licence licence = licence(rows.get(0));
    assertEquals(Optional.empty(), licence.expiry());
    assertEquals("东胜区示例路1号, 一层", licence.attributes().get(new FieldName("ZS")));
    assertEquals(
        List.of(StockRule.CHECK_CHARACTER, StockRule.VERSION_MISSING),
        rows.subList(1, 3).stream().map(StockFileTest::rule).toList());
    assertEquals(3, rows.size());
    for (Enum<?> code : allCodes()) {
      assertTrue(page.contains("| `" + code.name() + "` |"), code.name());
    }
  }

  private static List<Enum<?>> allCodes() {
    List<Enum<?>> codes = new ArrayList<>(List.of(StockRule.values()));
    codes.addAll(List.of(StockRefusal.values()));
    return codes;
  }

  private static String block(String page, String language) {
    int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(begin, page.indexOf("\n```", begin));
  }
}
