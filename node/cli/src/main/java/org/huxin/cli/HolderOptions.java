// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import org.huxin.sdk.holder.HolderKey;
import picocli.CommandLine.Option;

/** A holder: the key for this matter, and what its identity provider said of it. */
final class HolderOptions {
  @Option(
      names = "--holder-key",
      required = true,
      paramLabel = "PEM",
      description = "the holder's private key. 持有人私钥。")
  private Path key = Path.of("");

  @Option(
      names = "--attested",
      required = true,
      paramLabel = "FILE",
      description = "what huxin attest wrote for it. 身份认证文件。")
  private Path attested = Path.of("");

  HolderKey key() {
    return AttestedKeyFile.read(attested).with(key);
  }
}
