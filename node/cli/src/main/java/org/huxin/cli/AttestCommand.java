// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.AttestedKey;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin attest KEY.pub}: an identity provider, who has made sure who stands before it, says
 * whose key it is. Nothing goes to the ledger; the file is for the holder alone.
 */
@Command(
    name = "attest",
    description = "An identity provider attests a holder's key. 身份认证机构认证持有人密钥。",
    mixinStandardHelpOptions = true)
final class AttestCommand implements Callable<Integer> {
  private static final int MAX_KEY_FILE = 8192;

  @Parameters(paramLabel = "KEY", description = "the holder's public key, PEM. 持有人公钥。")
  private Path key = Path.of("");

  @Option(
      names = "--holder",
      required = true,
      paramLabel = "TYPE:CODE",
      description = "whose it is, such as 111:CITIZEN-NUMBER or 001:CREDIT-CODE. 持有人。")
  private String holder = "";

  @Option(
      names = "--level",
      paramLabel = "WORD",
      description = "how sure: ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}. 认证级别。")
  private AssuranceLevel level = AssuranceLevel.VERIFIED;

  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      description = "for how long, such as 30d; by default ${DEFAULT-VALUE}. 有效期。")
  private String length = "180d";

  @Option(
      names = "--replaces-key",
      paramLabel = "THUMBPRINT",
      description = "the lost key whose place it takes. 所替换的密钥。")
  private Optional<String> lost = Optional.empty();

  @Option(
      names = "--ward",
      paramLabel = "TYPE:CODE",
      description = "for whom the holder acts. 被监护人。")
  private Optional<String> ward = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "what is written for the holder. 输出文件。")
  private Path out = Path.of("");

  @Mixin private AuthorityOptions authority = new AuthorityOptions();
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile read = profile.read();
    VerifyingKey attestedKey = VerifyingKey.ofPem(InputFile.readText(key, MAX_KEY_FILE));
    AttestedKey attested;
    try (LedgerClient ledger = ProfileOption.open(read)) {
      attested =
          new IdentityProvider(
                  authority.identity(read.ledger()),
                  ledger,
                  InstantSource.system(),
                  new SecureRandom())
              .attest(order(attestedKey));
    }
    OutputFile.writePrivate(out, AttestedKeyFile.CODEC.toBytes(new AttestedKeyFile(attested)));
    Thumbprint thumbprint = Thumbprint.of(attestedKey);
    if (reporting.isJson()) {
      spec.commandLine()
          .getOut()
          .println(
              CanonicalJson.text(
                  JsonObject.builder()
                      .put("key", thumbprint.toString())
                      .put("file", out.toString())
                      .build()));
    } else {
      spec.commandLine().getOut().println(thumbprint + " " + out);
    }
    return ExitCode.GOOD;
  }

  private AttestationOrder order(VerifyingKey attestedKey) {
    AttestationOrder order;
    try {
      order =
          AttestationOrder.of(attestedKey, VerifyCommand.holder("--holder", holder))
              .level(level)
              .validFor(Duration.ofSeconds(TimeText.seconds(length)));
    } catch (IllegalArgumentException e) {
      throw SigningOptions.usage("--for: " + e.getMessage());
    }
    if (lost.isPresent()) {
      order = order.replacing(Thumbprint.parse(lost.get()));
    }
    return ward.isPresent() ? order.forWard(VerifyCommand.holder("--ward", ward.get())) : order;
  }
}
