// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Organisation;
import org.huxin.embedded.Transport;
import org.huxin.embedded.pki.OrganisationKeysFolder;

/**
 * What any client needs to connect: for each organisation its certificates and keys in the layout
 * of Fabric's tools, and a common connection profile {@code connection-MSPID.json}. Stateless.
 */
public final class ConnectionFolder {
  private ConnectionFolder() {}

  /**
   * Writes the folder.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(EmbeddedNetwork network, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Organisation organisation : network.organisations()) {
      Path keys = folder.resolve(organisation.keys().domain());
      new OrganisationKeysFolder(keys).write(organisation.keys());
      Files.writeString(
          folder.resolve("connection-" + organisation.mspId() + ".json"),
          profile(network, organisation));
    }
  }

  private static String profile(EmbeddedNetwork network, Organisation organisation) {
    String domain = organisation.keys().domain();
    String peer = "peer0." + domain;
    String scheme = network.transport() == Transport.PLAINTEXT ? "grpc" : "grpcs";
    return """
    {
      "name": "%s",
      "version": "1.0.0",
      "client": {"organization": "%s"},
      "organizations": {
        "%s": {"mspid": "%s", "peers": ["%s"]}
      },
      "peers": {
        "%s": {
          "url": "%s://%s",
          "tlsCACerts": {"path": "%s/tlsca/cert.pem"},
          "grpcOptions": {"ssl-target-name-override": "%s", "hostnameOverride": "%s"}
        }
      },
      "channels": {
        "%s": {"peers": {"%s": {}}}
      }
    }
    """
        .formatted(
            network.channelId(),
            organisation.mspId(),
            organisation.mspId(),
            organisation.mspId(),
            peer,
            peer,
            scheme,
            organisation.endpoint(),
            domain,
            peer,
            peer,
            network.channelId(),
            peer);
  }
}
