// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.issuing.BulkIssuing;
import org.huxin.sdk.issuing.BulkProgress;
import org.huxin.sdk.issuing.Recovery;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.stock.StockFile;
import org.huxin.sdk.stock.StockMapping;
import org.huxin.sdk.stock.StockRefusedException;
import org.huxin.sdk.stock.StockReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huxin issue --csv FILE --map MAP}: anchors the stock of an old system. Cut off anywhere,
 * it is called again with the same file and goes on: no licence is lost, and none is anchored
 * twice. Exit 0 if every row is anchored, 1 if some are in the report, 2 if the ledger could not be
 * reached.
 */
@Command(
    name = "issue",
    description =
        "Anchors the licences of an old system's CSV file, and goes on where it was cut off."
            + " 存量证照批量上链，可断点续传。",
    mixinStandardHelpOptions = true)
final class IssueCommand implements Callable<Integer> {
  private static final int MAX_MAPPING = 128 * 1024;
  private static final int MAX_KEY = 4096;

  @Option(names = "--csv", required = true, paramLabel = "FILE", description = "the rows")
  private Path csv = Path.of("");

  @Option(
      names = "--map",
      required = true,
      paramLabel = "MAP",
      description = "how the rows are read: proto/spec/stock-mapping.md")
  private Path map = Path.of("");

  @Option(names = "--profile", required = true, paramLabel = "FILE", description = "the ledger")
  private Path profile = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the issuer's private key, as keygen makes it")
  private Path key = Path.of("");

  @Option(
      names = "--key-number",
      paramLabel = "N",
      description = "under which number the ledger holds it; by default ${DEFAULT-VALUE}")
  private int keyNumber = 1;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "the issuer's proofs and its secret; made where it is not there; by default"
              + " ${DEFAULT-VALUE}. KEEP IT: without it no proof can be handed out")
  private Path store = Path.of("huxin-issuer");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "a JDBC URL of PostgreSQL for the proofs, in the place of a file of --store")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "rows that are refused, one line each; by default the CSV's name and" + " .refused.jsonl")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "licences in a batch; by default ${DEFAULT-VALUE}")
  private int batch = BulkIssuing.DEFAULT_BATCH_SIZE;

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Mixin private Language language = new Language();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StockMapping mapping = mapping();
    IssuerStore kept = IssuerStore.open(store, database);
    SigningKey signing = SigningKey.ofPem(InputFile.readText(key, MAX_KEY));
    Digest source = digest();
    try (org.huxin.sdk.Huxin huxin =
        org.huxin.sdk.Huxin.builder(profile())
            .authority(mapping.issuer(), keyNumber, signing.signer(new SecureRandom()))
            .secret(kept.secret())
            .database(kept.database())
            .build()) {
      huxin.createTables();
      recover(huxin);
      return issue(huxin, mapping, source);
    } catch (StockRefusedException e) {
      throw new CommandFailedException(ExitCode.USAGE, csv + ": " + e.getMessage());
    } catch (LedgerUnavailableException | OutcomeUnknownException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_TELL, e.getMessage() + ": " + language.text("issue.again"));
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, csv + ": " + e.getMessage());
    }
  }

  private StockMapping mapping() {
    try {
      return StockMapping.parse(InputFile.read(map, MAX_MAPPING));
    } catch (StockRefusedException e) {
      throw new CommandFailedException(ExitCode.USAGE, map + ": " + e.getMessage());
    }
  }

  private Profile profile() {
    try {
      return Profile.read(profile);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, profile + " cannot be read: " + e.getMessage());
    }
  }

  private Digest digest() {
    try (InputStream stream = Files.newInputStream(csv)) {
      return Digest.of(DigestAlgorithm.SHA_256, stream);
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, csv + " cannot be read");
    }
  }

  /** What the ledger refuses was cut off too long ago: its rows are issued anew. */
  private void recover(org.huxin.sdk.Huxin huxin) {
    Recovery recovery = huxin.recover();
    for (LedgerRefusedException refused : recovery.refused()) {
      spec.commandLine()
          .getErr()
          .println(language.text("issue.forgotten") + ": " + refused.getMessage());
    }
  }

  private int issue(org.huxin.sdk.Huxin huxin, StockMapping mapping, Digest source)
      throws IOException {
    Path reported = report.orElse(csv.resolveSibling(csv.getFileName() + ".refused.jsonl"));
    long begun = huxin.proofs().progress(source).nextRow();
    BulkProgress done;
    try (StockFile rows =
            new StockFile(Files.newInputStream(csv), mapping, classified(huxin.entities()));
        StockReport refused = StockReport.open(reported, begun)) {
      ProgressBar bar =
          new ProgressBar(spec.commandLine().getErr(), language, Files.size(csv), !json);
      done =
          new BulkIssuing(huxin.issuer(), mapping.kind(), batch)
              .run(source, rows, refused, progress -> bar.show(progress, rows.bytesRead()));
      bar.end();
    } catch (UncheckedIOException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, csv + ": " + e.getMessage());
    }
    Map<String, Integer> reasons = StockReport.counts(reported);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(CanonicalJson.text(object(done, begun, reasons, reported)));
    } else {
      print(done, begun, reasons, reported, out);
    }
    return done.rejected() == 0 ? ExitCode.GOOD : ExitCode.BAD;
  }

  /** Asked once of each type that a row names and the mapping does not. */
  private static Predicate<LicenceTypeCode> classified(LedgerEntities entities) {
    Map<LicenceTypeCode, Boolean> known = new HashMap<>();
    return type ->
        known.computeIfAbsent(
            type,
            code ->
                entities.list(LicenceType.ENTITY, code.text()).stream()
                    .anyMatch(version -> version.definition().classified()));
  }

  private static JsonObject object(
      BulkProgress done, long begun, Map<String, Integer> reasons, Path reported) {
    JsonObject.Builder refused = JsonObject.builder();
    reasons.forEach((reason, count) -> refused.put(reason, count.longValue()));
    return JsonObject.builder()
        .put("rows", done.rows())
        .put("anchored", done.anchored())
        .put("rejected", done.rejected())
        .put("batches", done.batches())
        .put("begunAtRow", begun)
        .put("refused", refused.build())
        .put("report", reported.toString())
        .build();
  }

  private void print(
      BulkProgress done, long begun, Map<String, Integer> reasons, Path reported, PrintWriter out) {
    if (begun > 0) {
      out.println(String.format(language.locale(), language.text("issue.resumed"), begun));
    }
    out.println(
        String.format(
            language.locale(),
            language.text("issue.done"),
            done.rows(),
            done.anchored(),
            done.rejected(),
            done.batches()));
    reasons.forEach(
        (reason, count) ->
            out.println(
                String.format(
                    language.locale(),
                    "%6d  %s (%s)",
                    count,
                    language.text("issue." + reason),
                    reason)));
    if (!reasons.isEmpty()) {
      out.println(language.text("issue.report") + ": " + reported);
    }
  }
}
