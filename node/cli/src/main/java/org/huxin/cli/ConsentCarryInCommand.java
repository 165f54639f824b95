// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.sdk.consent.ConsentDesk;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huxin consent carry-in GRANT}: a window checks a holder's answer and carries it in. */
@Command(
    name = "carry-in",
    description = "A window checks a grant file and carries it in. 窗口核对授权文件并上链。",
    mixinStandardHelpOptions = true)
final class ConsentCarryInCommand implements Callable<Integer> {
  private static final int MAX_REQUEST = 1 << 20;

  @Parameters(paramLabel = "GRANT", description = "the holder's grant file. 授权文件。")
  private Path grant = Path.of("");

  @Option(
      names = "--request",
      required = true,
      paramLabel = "FILE",
      description = "what was asked. 请求文件。")
  private Path request = Path.of("");

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "a licence at hand: whoever granted must hold it. 证明文件。")
  private List<Path> proofs = List.of();

  @Mixin private AuthorityOptions authority = new AuthorityOptions();
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile read = profile.read();
    StatementId id;
    try (LedgerClient ledger = ProfileOption.open(read)) {
      ConsentRequest asked =
          new Wallet(read.ledger(), ledger, InstantSource.system(), new SecureRandom())
              .read(InputFile.readText(request, MAX_REQUEST).strip());
      ConsentDesk desk =
          new ConsentDesk(
              authority.identity(read.ledger()),
              authority.secret(),
              ledger,
              InstantSource.system());
      GrantFile.Verified consent =
          desk.receive(
              asked,
              InputFile.read(grant, JsonLimits.FILE.maxBytes()),
              proofs.stream().map(VerifyCommand::proof).toList());
      id = desk.carryIn(consent);
    }
    if (reporting.isJson()) {
      spec.commandLine()
          .getOut()
          .println(
              CanonicalJson.text(JsonObject.builder().put("authorization", id.toString()).build()));
    } else {
      spec.commandLine().getOut().println(id);
    }
    return ExitCode.GOOD;
  }
}
