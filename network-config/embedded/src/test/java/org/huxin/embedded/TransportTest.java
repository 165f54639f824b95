// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.embedded.connection.ConnectionFolder;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Block;
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

  /** The status that Deliver answers to a reader who names a certificate; empty for blocks. */
  private static String blocks(EmbeddedNetwork network, UnaryOperator<Gateway.Builder> naming)
      throws Exception {
    Credential own = network.organisation("OrdosMSP").keys().peerTls();
    Credential client = network.organisation("OrdosMSP").client();
    ManagedChannel channel =
        Grpc.newChannelBuilder(
                network.organisation("OrdosMSP").endpoint(),
                trusting(network)
                    .keyManager(stream(own.certificatePem()), stream(own.keyPair().toPem()))
                    .build())
            .build();
    try (Gateway gateway =
            naming
                .apply(
                    Gateway.newInstance()
                        .identity(
                            new X509Identity(
                                "OrdosMSP",
                                Identities.readX509Certificate(client.certificatePem())))
                        .signer(Signers.newPrivateKeySigner(client.keyPair().toPrivateKey()))
                        .connection(channel))
                .connect();
        CloseableIterator<Block> events =
            gateway
                .getNetwork(network.channelId())
                .newBlockEventsRequest()
                .startBlock(0)
                .build()
                .getEvents()) {
      assertEquals(0, events.next().getHeader().getNumber());
      return "";
    } catch (NoSuchElementException e) {
      return String.valueOf(e.getMessage());
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void bindsWhatAClientSignsToItsConnectionWhereTlsIsMutual() throws Exception {
    try (EmbeddedNetwork network = network(Transport.MUTUAL_TLS)) {
      OrganisationKeys keys = network.organisation("OrdosMSP").keys();
      assertEquals(
          "",
          blocks(
              network,
              gateway -> gateway.tlsClientCertificateHash(hash(keys.peerTls().certificate()))));
      assertEquals(
          "Unexpected status response: BAD_REQUEST",
          blocks(
              network,
              gateway -> gateway.tlsClientCertificateHash(hash(keys.ordererTls().certificate()))));
      assertEquals("Unexpected status response: BAD_REQUEST", blocks(network, gateway -> gateway));
    }
  }

  private static byte[] hash(Bytes certificate) {
    return DigestAlgorithm.SHA_256.digest(certificate).value().toByteArray();
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
