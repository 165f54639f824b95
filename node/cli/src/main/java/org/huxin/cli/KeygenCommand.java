// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin keygen FILE}: makes a key pair. The private key goes to FILE, readable by its owner
 * alone; the public key to FILE.pub. Never overwrites.
 */
@Command(
    name = "keygen",
    description = "Makes a key pair of a suite. 生成密钥对。",
    mixinStandardHelpOptions = true)
final class KeygenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the private key; the public one goes to FILE.pub")
  private Path file = Path.of("");

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}")
  private SignatureSuite suite = SignatureSuite.SM;

  @Option(
      names = "--trail",
      description =
          "a pair to which uses are sealed: the secret and the public key in base64url. 轨迹密钥。")
  private boolean trail;

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path publicFile = Path.of(file + ".pub");
    if (Files.exists(publicFile)) {
      throw OutputFile.exists(publicFile);
    }
    if (trail) {
      return trail(publicFile);
    }
    SigningKey key = SigningKey.generate(suite, new SecureRandom());
    OutputFile.writePrivate(file, Bytes.utf8(key.toPem()));
    OutputFile.write(publicFile, Bytes.utf8(key.publicKey().toPem()));
    say(suite.name(), key.publicKey().thumbprint(), publicFile);
    return ExitCode.GOOD;
  }

  private int trail(Path publicFile) {
    HpkePrivateKey key = HpkePrivateKey.generate(new SecureRandom());
    OutputFile.writePrivate(file, Bytes.utf8(key.secret().base64Url() + "\n"));
    String publicKey = key.publicKey().point().base64Url();
    OutputFile.write(publicFile, Bytes.utf8(publicKey + "\n"));
    say("HPKE", publicKey, publicFile);
    return ExitCode.GOOD;
  }

  private void say(String kind, String name, Path publicFile) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          CanonicalJson.text(
              JsonObject.builder()
                  .put("suite", kind)
                  .put("privateKey", file.toString())
                  .put("publicKey", publicFile.toString())
                  .put("thumbprint", name)
                  .build()));
    } else {
      out.println(kind + " " + name);
      out.println(file + ", " + publicFile);
    }
  }
}
