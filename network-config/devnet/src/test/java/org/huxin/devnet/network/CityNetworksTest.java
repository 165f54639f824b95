// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.pki.CityKeys;
import org.huxin.devnet.topology.Topology;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Organisation;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.fabric.config.build.ChannelDefinition;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CityNetworksTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Topology topology = fourCities();

  private static Topology fourCities() {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of(System.getProperty("huxin.root", ""), "network-config/four-cities.yaml"))) {
      return TopologyReader.read(yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<OrganisationKeys> keys() {
    return CityKeys.generate(topology, Instant.parse("2026-11-24T00:00:00Z"), RANDOM);
  }

  @Test
  void definesTheChannelOfTheTopology() {
    ChannelDefinition channel = CityChannel.of(topology, keys());
    assertEquals("licence", channel.channelId());
    assertEquals(3, channel.quorum());
    assertEquals("BaotouMSP", channel.consenters().get(2).mspId());
    assertEquals("localhost:6052", channel.consenters().get(2).cluster().toString());
    assertEquals(
        "localhost:7071", channel.organisations().get(2).anchorPeer().orElseThrow().toString());
  }

  @Test
  void refusesTheKeysOfOtherCities() {
    List<OrganisationKeys> keys = keys();
    assertThrows(
        IllegalArgumentException.class, () -> CityChannel.of(topology, keys.subList(0, 3)));
  }

  @Test
  void startsTheCitiesInOneProcess() {
    try (EmbeddedNetwork network = EmbeddedCities.of(topology, Nothing::new).start()) {
      assertEquals(
          List.of("OrdosMSP", "HohhotMSP", "BaotouMSP", "UlanqabMSP"),
          network.organisations().stream().map(Organisation::mspId).toList());
      assertEquals(2, network.height());
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void keepsBusinessKeysOfEverySuite(SignatureSuite suite, @TempDir Path folder)
      throws IOException {
    SigningKey made = BusinessKeys.create(folder, "ord-aab-1", suite, RANDOM);
    assertEquals(made.publicKey(), BusinessKeys.read(folder, "ord-aab-1").publicKey());
    assertEquals(
        made.publicKey(),
        BusinessKeys.readOrCreate(folder, "ord-aab-1", suite, RANDOM).publicKey());
    assertThrows(
        FileAlreadyExistsException.class,
        () -> BusinessKeys.create(folder, "ord-aab-1", suite, RANDOM));
    assertThrows(IllegalArgumentException.class, () -> BusinessKeys.read(folder, "../x"));
  }

  private static final class Nothing implements Chaincode {
    @Override
    public Response init(ChaincodeStub stub) {
      return new Response(200, null, new byte[0]);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
      return new Response(200, null, new byte[0]);
    }
  }
}
