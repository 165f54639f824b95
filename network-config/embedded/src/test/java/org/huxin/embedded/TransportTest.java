// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huxin.embedded.connection.ConnectionFolder;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {

  private static EmbeddedNetwork network(Transport transport) {
    return EmbeddedNetwork.builder()
        .organisations("OrdosMSP")
        .transport(transport)
        .chaincode("licence", RecordedChaincode::new)
        .start();
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private static TlsChannelCredentials.Builder trusting(EmbeddedNetwork network)
      throws IOException {
    return TlsChannelCredentials.newBuilder()
        .trustManager(
            stream(
                network.organisation("OrdosMSP").keys().tlsRoot().credential().certificatePem()));
  }

  private static String submit(EmbeddedNetwork network, ChannelCredentials credentials)
      throws Exception {
    try (GatewayClient client =
        new GatewayClient(
            network,
            "OrdosMSP",
            "OrdosMSP",
            network.organisation("OrdosMSP").client(),
            credentials)) {
      return new String(
          client.contract("licence").submitTransaction("put", "a", "1"), StandardCharsets.UTF_8);
    }
  }

  @Test
  void servesWhoTrustsTheTlsAuthority() throws Exception {
    try (EmbeddedNetwork network = network(Transport.TLS)) {
      assertEquals("put a", submit(network, trusting(network).build()));
    }
  }

  @Test
  void demandsAClientCertificateWhereTlsIsMutual() throws Exception {
    try (EmbeddedNetwork network = network(Transport.MUTUAL_TLS)) {
      Credential own = network.organisation("OrdosMSP").keys().peerTls();
      assertEquals(
          "put a",
          submit(
              network,
              trusting(network)
                  .keyManager(stream(own.certificatePem()), stream(own.keyPair().toPem()))
                  .build()));
      ChannelCredentials anonymous = trusting(network).build();
      assertThrows(GatewayException.class, () -> submit(network, anonymous));
    }
  }

  @Test
  void writesWhatAClientNeeds(@TempDir Path folder) throws Exception {
    try (EmbeddedNetwork network = network(Transport.TLS)) {
      ConnectionFolder.write(network, folder);
      Path ordos = folder.resolve("ordos.example");
      ChannelCredentials credentials =
          TlsChannelCredentials.newBuilder()
              .trustManager(ordos.resolve("tlsca/cert.pem").toFile())
              .build();
      try (GatewayClient client =
          new GatewayClient(
              network,
              "OrdosMSP",
              "OrdosMSP",
              Credential.fromPem(
                  Files.readString(
                      ordos.resolve("users/User1@ordos.example/msp/signcerts/cert.pem")),
                  Files.readString(
                      ordos.resolve("users/User1@ordos.example/msp/keystore/priv_sk"))),
              credentials)) {
        client.contract("licence").submitTransaction("put", "a", "1");
      }
      assertTrue(
          Files.readString(folder.resolve("connection-OrdosMSP.json"))
              .contains("\"url\": \"grpcs://" + network.organisation("OrdosMSP").endpoint()));
    }
  }
}
