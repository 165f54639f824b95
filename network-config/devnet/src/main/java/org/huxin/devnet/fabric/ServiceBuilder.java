// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The programs by which one peer takes packages of type {@code ccaas}: three scripts in {@code
 * bin}, and for each label a file in {@code services} with the address of the service. Fabric's own
 * builder knows one address for all chaincodes of a peer; here every package may have its own.
 */
public final class ServiceBuilder {
  private static final String DETECT =
      """
      #!/bin/sh
      # detect SOURCE METADATA: whether this builder takes the package.
      grep -q '"type":"ccaas"' "$2/metadata.json"
      """;

  private static final String BUILD =
      """
      #!/bin/sh
      # build SOURCE METADATA OUTPUT: fills in where the service of this peer listens.
      set -eu
      label=$(sed -n 's/.*"label":"\\([A-Za-z0-9_.+-]*\\)".*/\\1/p' "$2/metadata.json")
      address=$(cat "$(dirname "$0")/../services/$label")
      sed "s/{{.address}}/$address/" "$1/connection.json" >"$3/connection.json"
      """;

  private static final String RELEASE =
      """
      #!/bin/sh
      # release BUILD OUTPUT: tells the peer where the service listens.
      set -eu
      mkdir -p "$2/chaincode/server"
      cp "$1/connection.json" "$2/chaincode/server/connection.json"
      """;

  private static final String SERVICES = "services";
  private static final String LOOPBACK = "127.0.0.1:";

  private final Path folder;

  /** In a folder, which need not exist before something is written. */
  public ServiceBuilder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the scripts.
   *
   * @throws IOException if one cannot be written
   */
  public void write() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (Map.Entry<String, String> script :
        Map.of("detect", DETECT, "build", BUILD, "release", RELEASE).entrySet()) {
      Path file = bin.resolve(script.getKey());
      Files.writeString(file, script.getValue());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /**
   * Says on which port of the loopback interface the service of a package listens; before the
   * package is installed.
   *
   * @throws IOException if it cannot be written
   */
  void serve(String label, int port) throws IOException {
    serve(label, LOOPBACK + port);
  }

  /**
   * Says where the service of a package listens, {@code host:port}; before the package is
   * installed.
   *
   * @throws IOException if it cannot be written
   */
  public void serve(String label, String address) throws IOException {
    Path services = Files.createDirectories(folder.resolve(SERVICES));
    Files.writeString(services.resolve(label), address);
  }

  /**
   * What {@link #serve} said; empty if it said nothing.
   *
   * @throws IOException if it cannot be read
   */
  OptionalInt port(String label) throws IOException {
    Path file = folder.resolve(SERVICES).resolve(label);
    return Files.exists(file)
        ? OptionalInt.of(Integer.parseInt(Files.readString(file).substring(LOOPBACK.length())))
        : OptionalInt.empty();
  }

  Path folder() {
    return folder.toAbsolutePath();
  }
}
