// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;

/** The channel of the recorded network, and its configuration blocks. */
public final class GoldenChannel {
  private static final List<String> CITIES = List.of("Ordos", "Hohhot", "Baotou", "Ulanqab");

  private GoldenChannel() {}

  static Payload payload(Block block) throws IOException {
    return Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
  }

  static ConfigEnvelope config(Block block) throws IOException {
    return ConfigEnvelope.parseFrom(payload(block).getData());
  }

  /** What the recorded genesis block was made from. */
  public static ChannelDefinition definition() throws IOException {
    List<OrganisationDefinition> organisations = new ArrayList<>();
    List<ConsenterDefinition> consenters = new ArrayList<>();
    for (int i = 0; i < CITIES.size(); i++) {
      int order = i + 1;
      String city = CITIES.get(i);
      HostPort orderer = new HostPort("127.0.0.1", 17050 + order);
      String tls = pem(city, "orderer0tls");
      organisations.add(
          new OrganisationDefinition(
              msp(city, i % 2 == 0),
              i == 3 ? Optional.empty() : Optional.of(new HostPort("127.0.0.1", 17301 + 10 * i)),
              List.of(orderer)));
      consenters.add(
          new ConsenterDefinition(order, city + "MSP", orderer, pem(city, "orderer0"), tls, tls));
    }
    SmartBftTimes small = SmartBftTimes.SMALL_NETWORK;
    return new ChannelDefinition(
        "licence",
        organisations,
        consenters,
        new BatchLimits(10, 10 << 20, 512 << 10, Duration.ofSeconds(2)),
        new SmartBftTimes(
            Duration.ofMillis(250),
            small.requestForward(),
            small.requestComplain(),
            small.requestAutoRemove(),
            small.viewChangeResend(),
            small.viewChange(),
            small.leaderHeartbeat(),
            small.collect()),
        Map.of());
  }

  private static MspDefinition msp(String city, boolean unitsOfIntermediate) throws IOException {
    String intermediate = pem(city, "ica");
    return new MspDefinition(
        city + "MSP",
        List.of(pem(city, "ca")),
        List.of(intermediate),
        List.of(pem(city, "tlsca")),
        List.of(),
        unitsOfIntermediate ? Optional.of(intermediate) : Optional.empty());
  }

  private static String pem(String city, String name) throws IOException {
    return Files.readString(
        GoldenLedger.FOLDER
            .resolve("pki")
            .resolve(city.toLowerCase(java.util.Locale.ROOT) + ".example")
            .resolve(name + ".crt"));
  }
}
