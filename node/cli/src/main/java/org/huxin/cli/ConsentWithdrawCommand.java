// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.StatementId;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huxin consent withdraw GRANT}: a holder withdraws, also before the grant has arrived. */
@Command(
    name = "withdraw",
    description = "A holder withdraws a grant, at any time. 持有人撤回授权。",
    mixinStandardHelpOptions = true)
final class ConsentWithdrawCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "GRANT",
      description = "the grant file, or the authorization's id. 授权文件或授权标识。")
  private String grant = "";

  @Mixin private HolderOptions holder = new HolderOptions();
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile read = profile.read();
    StatementId id = id();
    try (LedgerClient ledger = ProfileOption.open(read)) {
      LedgerClient.Committed done =
          new Wallet(read.ledger(), ledger, InstantSource.system(), new SecureRandom())
              .withdraw(id, holder.key());
      Submitted.say(spec.commandLine().getOut(), reporting, "RevokeAuthorization", done);
    }
    return ExitCode.GOOD;
  }

  private StatementId id() {
    if (!grant.startsWith("sha256:")) {
      GrantFile file = AskingOptions.grant(Path.of(grant));
      return file.grant().statementId();
    }
    try {
      return StatementId.parse(grant);
    } catch (RefusedException | IllegalArgumentException e) {
      throw SigningOptions.usage("neither a grant file nor an id: " + grant);
    }
  }
}
