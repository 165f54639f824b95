// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.consent.ConsentRefusedException;
import org.huxin.sdk.holder.GrantDraft;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin consent grant REQUEST}: a holder answers a request. The grant file goes to the
 * window, which carries it in.
 */
@Command(
    name = "grant",
    description = "A holder answers a request: the grant file is for the window. 持有人授权。",
    mixinStandardHelpOptions = true)
final class ConsentGrantCommand implements Callable<Integer> {
  private static final int MAX_REQUEST = 1 << 20;

  @Parameters(paramLabel = "REQUEST", description = "what is asked (.huxin-request.jws). 请求文件。")
  private Path request = Path.of("");

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "a licence that is granted, by its proof file; once or several times. 证明文件。")
  private List<Path> proofs = List.of();

  @Option(
      names = "--any-of",
      split = ",",
      paramLabel = "TYPE",
      description = "any licence of these types. 任一此类证照。")
  private List<String> types = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the grant file. 授权文件。")
  private Path out = Path.of("");

  @Mixin private HolderOptions holder = new HolderOptions();
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile read = profile.read();
    GrantFile grant;
    try (LedgerClient ledger = ProfileOption.open(read)) {
      Wallet wallet = new Wallet(read.ledger(), ledger, InstantSource.system(), new SecureRandom());
      ConsentRequest asked = wallet.read(InputFile.readText(request, MAX_REQUEST).strip());
      GrantDraft draft = wallet.answer(asked, holder.key());
      proofs.forEach(proof -> draft.licence(VerifyCommand.proof(proof).record().ref()));
      types.forEach(type -> draft.anyOf(type(type)));
      grant = draft.sign();
    }
    OutputFile.writePrivate(out, grant.write());
    WrittenFile.say(spec.commandLine().getOut(), reporting, out, GrantFile.EXTENSION);
    return ExitCode.GOOD;
  }

  private static LicenceTypeCode type(String text) {
    try {
      return LicenceTypeCode.parse(text);
    } catch (ConsentRefusedException e) {
      throw e;
    } catch (RefusedException e) {
      throw SigningOptions.usage("--any-of " + text + ": " + e.getMessage());
    }
  }
}
