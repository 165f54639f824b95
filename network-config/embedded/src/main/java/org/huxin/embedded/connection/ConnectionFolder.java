// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Transport;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysFolder;

/**
 * What any client needs to connect: for each organisation its certificates and keys in the layout
 * of Fabric's tools, and a common connection profile {@code connection-MSPID.json}. Stateless.
 */
public final class ConnectionFolder {
  private ConnectionFolder() {}

  /**
   * Writes the folder of an embedded network.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(EmbeddedNetwork network, Path folder) throws IOException {
    write(
        network.channelId(),
        network.transport(),
        network.organisations().stream()
            .map(organisation -> new ConnectionPeer(organisation.keys(), organisation.endpoint()))
            .toList(),
        folder);
  }

  /**
   * Writes the folder of any network.
   *
   * @param peers one for each organisation
   * @throws IOException if a file cannot be written
   */
  public static void write(
      String channelId, Transport transport, List<ConnectionPeer> peers, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    for (ConnectionPeer peer : peers) {
      OrganisationKeys keys = peer.keys();
      new OrganisationKeysFolder(folder.resolve(keys.domain())).write(keys);
      Files.writeString(
          folder.resolve("connection-" + keys.mspId() + ".json"),
          profile(channelId, transport, peer));
    }
  }

  private static String profile(String channelId, Transport transport, ConnectionPeer connection) {
    String mspId = connection.keys().mspId();
    String domain = connection.keys().domain();
    String peer = "peer0." + domain;
    String scheme = transport == Transport.PLAINTEXT ? "grpc" : "grpcs";
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
            channelId,
            mspId,
            mspId,
            mspId,
            peer,
            peer,
            scheme,
            connection.endpoint(),
            domain,
            peer,
            peer,
            channelId,
            peer);
  }
}
