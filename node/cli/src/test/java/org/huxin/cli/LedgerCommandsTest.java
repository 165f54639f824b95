// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huxin.cli.FoundedNetwork.Run;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.statement.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class LedgerCommandsTest {
  private static final String ORDOS = "150600";
  private static final String TYPE = "11100000MB0143028R001";
  private static final String[] CITIES = {"150600", "150100", "150200", "150900"};

  /** What is more than a statement has commands of its own, or comes from a node. */
  private static final Set<Operation> ELSEWHERE =
      EnumSet.of(
          Operation.ANCHOR_BATCH,
          Operation.GRANT_AUTHORIZATION,
          Operation.RECORD_USAGE,
          Operation.PUBLISH_CHECKPOINT);

  @TempDir static Path root;
  @TempDir Path temporary;

  private static FoundedNetwork network;
  private static int registered = 0;

  @BeforeAll
  static void found() throws IOException {
    network = FoundedNetwork.plain(root.resolve("net"));
  }

  @AfterAll
  static void end() {
    network.close();
  }

  private record Registered(String uscc, Path key) {}

  /** An authority of the city that no other test uses. */
  private Registered register(String... roles) {
    String uscc =
        List.of(
                "11150602MB9T0002XY",
                "11150603MB9T00038D",
                "11150627MB9T0010XR",
                "11150622MB9T00054K")
            .get(registered++);
    Path key = temporary.resolve(uscc + ".pem");
    assertEquals(0, FoundedNetwork.run("keygen", key.toString()).code());
    List<String> line =
        new ArrayList<>(
            List.of("authority", "register", "--authority", uscc, "--name", "示例机构", "--division"));
    line.addAll(List.of(uscc.substring(2, 8), "--key", key.toString()));
    for (String role : roles) {
      line.addAll(List.of("--role", "role=" + role));
    }
    Run run = network.governor(ORDOS, line.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    return new Registered(uscc, key);
  }

  private Run as(Registered who, String... line) {
    return network.as(network.city(ORDOS), who.uscc(), who.key(), line);
  }

  private Run query(String... line) {
    return network.in(network.city(ORDOS), line);
  }

  private static void assertGood(Run run) {
    assertEquals(0, run.code(), run.err() + run.out());
  }

  @Test
  void registersChangesAndShowsAnAuthority() {
    Registered authority = register("ISSUER");
    Run changed =
        network.governor(
            ORDOS,
            ("authority update --json --role role=ISSUER --role role=CONSUMER,to=now+30d"
                    + " --name 示例机构 --authority "
                    + authority.uscc())
                .split(" "));
    assertGood(changed);
    assertEquals("UpdateAuthority", changed.text("operation"));
    assertTrue(changed.json().get("block").orElseThrow() instanceof JsonInteger);

    Run got = query("authority", "get", authority.uscc(), "--json");
    assertEquals(new JsonInteger(2), got.json().get("version").orElseThrow());
    Run shown = query("authority", "get", authority.uscc());
    assertTrue(shown.out().startsWith("authority/" + authority.uscc() + " (2)"), shown.out());
    assertTrue(shown.out().contains("role: CONSUMER"), shown.out());
    Run history = query("authority", "history", authority.uscc(), "--json");
    assertEquals(2, ((JsonArray) history.json().get("entries").orElseThrow()).items().size());
    Run listed = query("authority", "list", "--all", "--json");
    assertTrue(listed.out().contains(authority.uscc()));
  }

  @Test
  void aNamedVersionMustBeTheCurrentOne() {
    Registered authority = register("ISSUER");
    String[] line =
        ("authority update --authority " + authority.uscc() + " --name 示例 --role role=ISSUER")
            .split(" ");
    assertGood(network.governor(ORDOS, line));
    line[5] = "别名";
    List<String> stale = new ArrayList<>(List.of(line));
    stale.addAll(List.of("--replaces", "1", "--json"));
    Run run = network.governor(ORDOS, stale.toArray(String[]::new));
    assertEquals(ExitCode.BAD, run.code());
    JsonObject refused = (JsonObject) run.json().get("refused").orElseThrow();
    assertEquals(new JsonString("STALE_VERSION"), refused.get("code").orElseThrow());
  }

  @Test
  void refusalsAreSaidInBothLanguages() {
    String[] line = {"authority", "get", "11150900MB9T00134T", "--lang", "zh"};
    Run chinese = query(line);
    line[line.length - 1] = "en";
    Run english = query(line);
    assertEquals(ExitCode.BAD, chinese.code());
    assertEquals(ExitCode.BAD, english.code());
    assertTrue(chinese.err().contains("账本拒绝 NOT_FOUND: "), chinese.err());
    assertTrue(chinese.err().contains("处理办法"), chinese.err());
    assertTrue(english.err().contains("the ledger refuses NOT_FOUND: "), english.err());
    assertTrue(english.err().contains("what to do"), english.err());
  }

  @Test
  void nothingIsSubmittedWhenItIsOnlyTriedOrWrittenDown() throws IOException {
    Path key = temporary.resolve("k.pem");
    assertGood(FoundedNetwork.run("keygen", key.toString()));
    Path file = temporary.resolve("s.jws");
    String uscc = "11150200MB9T00126U";
    String line = "type define --type " + uscc + "001 --name 示例证照 --holder-category PERSON";
    String attribute = " --attribute name=名称,shortName=MC,sensitivity=PUBLIC,disclosable=true";
    String update = "authority update --authority " + uscc + " --name 包头 --role role=DEFINER";
    assertGood(network.governor("150200", update.split(" ")));

    Run tried = network.governor("150200", (line + attribute + " --dry-run --lang en").split(" "));
    assertGood(tried);
    assertTrue(tried.out().contains("would be accepted"), tried.out());
    assertEquals(ExitCode.BAD, query("type", "get", uscc + "001", "1").code());

    Run written =
        network.governor("150200", (line + attribute + " --json --out " + file).split(" "));
    assertGood(written);
    assertEquals(ExitCode.BAD, query("type", "get", uscc + "001", "1").code());
    Run other = query("statement", "submit", file.toString(), "--json");
    assertEquals(ExitCode.BAD, other.code(), "carried in by another city's client");
    assertTrue(other.out().contains("refused"), other.out());
    Run carried =
        network.in(network.city("150200"), "statement", "submit", file.toString(), "--json");
    assertGood(carried);
    assertEquals(written.text("statement"), carried.text("statement"));
    assertGood(query("type", "get", uscc + "001", "1"));
  }

  @Test
  void fourGovernorsAgree() throws IOException {
    Path text = Files.writeString(temporary.resolve("text.txt"), "呼包鄂乌互认协议");
    Run proposed =
        network.governor(
            ORDOS,
            "agreement",
            "propose",
            "--title",
            "呼包鄂乌互认协议(示例)",
            "--text",
            "sm3:@" + text,
            "--party",
            String.join(",", CITIES),
            "--rule",
            "{\"types\":[\""
                + TYPE
                + "\"],\"from\":[\"150600\",\"150100\"],\"to\":[\"150200\"],"
                + "\"minimumTrust\":\"B\"}",
            "--notice-seconds",
            "30d",
            "--json");
    assertGood(proposed);
    String id = proposed.text("statement");
    for (String city : CITIES) {
      assertGood(network.governor(city, "agreement", "sign", "--agreement", id, "--city", city));
    }
    Run shown = query("agreement", "get", id, "1");
    assertGood(shown);
    assertEquals(
        CITIES.length,
        shown.out().lines().filter(line -> line.strip().equals("change: SIGNED")).count());
    // Within the same second it would be the same statement, rightly answered as a repeat.
    awaitSecondAfter(Instant.now().getEpochSecond());
    Run twice = network.governor(ORDOS, "agreement", "sign", "--agreement", id, "--city", "150600");
    assertEquals(ExitCode.BAD, twice.code());
  }

  /** Statements are dated in whole seconds: waits until the clock shows a later one. */
  private static void awaitSecondAfter(long second) {
    while (Instant.now().getEpochSecond() <= second) {
      LockSupport.parkUntil(TimeUnit.SECONDS.toMillis(second + 1));
    }
  }

  @Test
  void governorsDecideTogether() {
    List<String> names = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (String city : CITIES) {
      names.add(network.city(city).governorKeyId().toString());
      keys.add(network.city(city).keys().resolve("governor.pem").toString());
    }
    Path key = temporary.resolve("next.pem");
    assertGood(FoundedNetwork.run("keygen", key.toString()));
    String[] line = {
      "city",
      "rotate-key",
      "--city",
      "150900",
      "--add",
      "file=" + key + ",number=2,authority=" + network.city("150900").governor(),
      "--as",
      String.join(",", names),
      "--signer",
      String.join(",", keys),
      "--json"
    };
    Run run = query(line);
    assertGood(run);
    assertEquals("RotateGovernorKey", run.text("operation"));
    line[7] = names.get(0);
    line[9] = keys.get(0);
    Run alone = query(line);
    assertEquals(ExitCode.BAD, alone.code(), "one governor is not enough");
  }

  @Test
  void filesASealOutOfItsFile() {
    Registered maker = register("SEAL_MAKER", "ISSUER");
    Path pki = temporary.resolve("pki");
    Path esl = temporary.resolve("a.esl");
    assertGood(FoundedNetwork.run("seal", "pki", pki.toString()));
    assertGood(
        FoundedNetwork.run(
            "seal",
            "make",
            esl.toString(),
            "--id",
            "15060200000001",
            "--name",
            "示例印章",
            "--maker-key",
            pki.resolve("maker-key.pem").toString(),
            "--maker",
            pki.resolve("maker.pem").toString(),
            "--signer",
            pki.resolve("signer.pem").toString()));
    Run filed =
        as(
            maker,
            "seal",
            "file",
            "--esl",
            esl.toString(),
            "--owner",
            maker.uscc(),
            "--owner-key",
            maker.key().toString(),
            "--kind",
            "STATUTORY_NAME",
            "--json");
    assertGood(filed);
    String seal =
        ((JsonString) ((JsonArray) filed.json().get("keys").orElseThrow()).items().get(0)).value();
    Run listed = query("seal", "list", "--json");
    assertTrue(listed.out().contains(seal), listed.out());
  }

  @Test
  void changesTheStatusOfALicence() {
    Registered issuer = register("ISSUER");
    assertGood(
        network.governor(
            ORDOS,
            "accreditation",
            "open",
            "--issuer",
            issuer.uscc(),
            "--type",
            TYPE,
            "--division",
            issuer.uscc().substring(2, 8),
            "--basis",
            "sm3:@" + issuer.key() + ".pub"));
    String licence = "sm3:" + "ab".repeat(32);
    for (String action : List.of("SUSPEND", "RESUME")) {
      assertGood(
          as(
              issuer,
              "status",
              "change",
              "--issuer",
              issuer.uscc(),
              "--type",
              TYPE,
              "--division",
              issuer.uscc().substring(2, 8),
              "--licence",
              licence,
              "--action",
              action,
              "--reason",
              "INSPECTION",
              "--basis",
              "sm3:@" + issuer.key() + ".pub"));
    }
    Run shown =
        query(
            "status", "get", issuer.uscc(), TYPE, issuer.uscc().substring(2, 8), licence, "--json");
    assertEquals(new JsonInteger(2), shown.json().get("version").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "authority register --division 150602 --role role=ISSUER --name x | missing: --authority",
        "authority register --authority 11150602MB9T0002XX --division 150602 --name x"
            + " --role role=ISSUER | /authority",
        "authority register --authority 11150602MB9T0002XY --division 150602 --name x"
            + " --role ISSUER | MEMBER=VALUE",
        "authority register --authority 11150602MB9T0002XY --division 150602 --name x"
            + " --role role=ISSUER,since=now | there is no member since",
        "accreditation close --issuer 11150602MB9T0002XY --type 11100000MB0143028R001"
            + " --division 150602 --basis sm3:00 --at yesterday | no time",
        "commitment settle --commitment x --settlement FULFILLED --basis y --iat soon | --iat",
        "dispute accept --dispute x --replaces many | many",
        "type define --type 11100000MB0143028R001 --version many | not a number",
        "type define --members @x --version many --iat now | @x",
        "authority nonsense | nonsense",
        "authority | a command is missing"
      })
  void whatIsNotUnderstoodIsSaid(String line, String said) {
    Run run = network.governor(ORDOS, line.strip().split(" "));
    if (line.strip().equals("authority")) {
      run = FoundedNetwork.run("authority");
    }
    assertTrue(run.code() >= ExitCode.USAGE, run.toString());
    assertTrue(run.err().contains(said), run.err());
    assertEquals("", run.out());
  }

  @Test
  void withoutProfileOrSignerItSaysWhatIsMissing() {
    Run profile = FoundedNetwork.run("authority", "list");
    assertEquals(ExitCode.USAGE, profile.code());
    assertTrue(profile.err().contains("HUXIN_PROFILE"), profile.err());
    Run signer = query("demand", "withdraw", "--demand", "sha256:" + "00".repeat(32));
    assertEquals(ExitCode.USAGE, signer.code());
    assertTrue(signer.err().contains("--signer"), signer.err());
    Run name =
        query(
            "demand",
            "withdraw",
            "--demand",
            "sha256:" + "00".repeat(32),
            "--signer",
            network.city(ORDOS).keys().resolve("governor.pem").toString());
    assertEquals(ExitCode.USAGE, name.code());
    assertTrue(name.err().contains("--as"), name.err());
    Run none = FoundedNetwork.run("city", "list", "--profile", "no-such-file");
    assertEquals(ExitCode.NO_INPUT, none.code());
  }

  @Test
  void everyOperationAndEveryKindHasACommand() {
    CommandLine program = Huxin.program();
    Set<String> operations = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    collect(program, operations, kinds);
    Set<String> expected = new TreeSet<>();
    for (Operation operation : EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE))) {
      expected.add(operation.name());
    }
    assertEquals(expected, operations);
    Set<String> all = new TreeSet<>();
    EntityTable.all().forEach(kind -> all.add(kind.singular()));
    assertEquals(all, kinds);
  }

  private static void collect(CommandLine commands, Set<String> operations, Set<String> kinds) {
    Object user = commands.getCommandSpec().userObject();
    if (user instanceof SubmitCommand submit) {
      operations.add(submit.operation().name());
    }
    if (user instanceof QueryCommand query) {
      kinds.add(query.kind().singular());
    }
    commands.getSubcommands().values().forEach(each -> collect(each, operations, kinds));
  }

  @Test
  void everyCommandSaysWhatItIsIn80Columns() {
    help(Huxin.program());
  }

  private static void help(CommandLine commands) {
    StringWriter text = new StringWriter();
    commands.usage(new PrintWriter(text));
    assertTrue(text.toString().startsWith("Usage: huxin"), text.toString());
    assertFalse(text.toString().contains("${"), text.toString());
    commands.getSubcommands().values().forEach(LedgerCommandsTest::help);
  }

  @Test
  void optionsAreExplainedInTheSpecificationsWords() throws IOException {
    Pattern heading = Pattern.compile("## ([A-Z][A-Za-z]+)");
    Pattern row = Pattern.compile("\\| [0-9.]+ \\| `([^`]+)`\\?? \\| .*? \\| (.*) \\|");
    Set<String> operations = new TreeSet<>();
    for (Operation operation : Operation.values()) {
      operations.add(OperationNames.of(operation));
    }
    TreeMap<String, String> written = new TreeMap<>();
    Path pages = Path.of(System.getProperty("huxin.root", "../.."), "proto", "spec");
    try (Stream<Path> all = Files.list(pages)) {
      for (Path page : all.filter(file -> file.toString().endsWith(".md")).toList()) {
        String section = "";
        for (String line : Files.readAllLines(page)) {
          Matcher head = heading.matcher(line.strip());
          if (line.startsWith("## ")) {
            section = head.matches() && operations.contains(head.group(1)) ? head.group(1) : "";
          }
          Matcher found = row.matcher(line.strip());
          if (!section.isEmpty() && found.matches()) {
            written.put(section + "." + found.group(1), found.group(2));
          }
        }
      }
    }
    Properties shown = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/resources/org/huxin/cli/fields.properties"))) {
      shown.load(reader);
    }
    assertEquals(written, new TreeMap<>(shown));
  }
}
