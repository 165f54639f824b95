// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.signed.StatementRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.consent.ConsentDesk;
import org.huxin.sdk.consent.ConsentDraft;
import org.huxin.sdk.consent.ConsentRefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huxin consent request}: a window asks a holder for consent, within its use scope. */
@Command(
    name = "request",
    description = "A window asks a holder for consent. 窗口请求授权。",
    mixinStandardHelpOptions = true)
final class ConsentRequestCommand implements Callable<Integer> {
  @Option(
      names = "--scope",
      required = true,
      paramLabel = "ID",
      description = "the use scope within which it asks. 用证范围。")
  private String scope = "";

  @Option(
      names = "--item",
      required = true,
      split = ",",
      paramLabel = "ITEM",
      description = "for which services. 事项。")
  private List<String> items = List.of();

  @Option(names = "--purpose", required = true, paramLabel = "CODE", description = "用途。")
  private String purpose = "";

  @Option(
      names = "--licence",
      required = true,
      paramLabel = "TYPE[:FIELD,…]",
      description = "which licence, and which of its fields; once or several times. 证照与字段。")
  private List<String> licences = List.of();

  @Option(
      names = "--business",
      paramLabel = "CODE",
      description = "for this business alone; only its commitment goes out. 业务编号。")
  private Optional<String> business = Optional.empty();

  @Option(names = "--uses", paramLabel = "N", description = "how many uses; by default one. 次数。")
  private int uses = 1;

  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      description = "for how long; by default ${DEFAULT-VALUE}. 有效期。")
  private String length = "1d";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the request, for the holder. 请求文件。")
  private Path out = Path.of("");

  @Mixin private AuthorityOptions authority = new AuthorityOptions();
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile read = profile.read();
    try (LedgerClient ledger = ProfileOption.open(read)) {
      ConsentDesk desk =
          new ConsentDesk(
              authority.identity(read.ledger()),
              authority.secret(),
              ledger,
              InstantSource.system());
      String request = draft(desk).sign().jws().text();
      OutputFile.write(out, Bytes.utf8(request + "\n"));
    }
    WrittenFile.say(spec.commandLine().getOut(), reporting, out, ConsentRequest.EXTENSION);
    return ExitCode.GOOD;
  }

  private ConsentDraft draft(ConsentDesk desk) {
    try {
      ConsentDraft draft =
          desk.ask(StatementId.parse(scope), ServiceItemCode.parse(items.get(0)), new Code(purpose))
              .uses(uses)
              .lasting(Duration.ofSeconds(TimeText.seconds(length)));
      items.stream().skip(1).forEach(item -> draft.alsoFor(ServiceItemCode.parse(item)));
      for (String licence : licences) {
        int colon = licence.indexOf(':');
        Set<FieldName> fields = new LinkedHashSet<>();
        if (colon >= 0) {
          for (String field : licence.substring(colon + 1).split(",", -1)) {
            fields.add(VerifyCommand.field(field));
          }
        }
        draft.licence(
            LicenceTypeCode.parse(colon < 0 ? licence : licence.substring(0, colon)), fields);
      }
      business.ifPresent(draft::business);
      return draft;
    } catch (ConsentRefusedException | StatementRefusedException e) {
      throw e;
    } catch (RefusedException | IllegalArgumentException e) {
      throw SigningOptions.usage("what is asked for: " + e.getMessage());
    }
  }
}
