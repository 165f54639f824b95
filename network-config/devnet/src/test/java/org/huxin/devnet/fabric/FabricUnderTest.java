// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.suite.NetworkMember;
import org.huxin.embedded.suite.NetworkUnderTest;

/** A real network as the suites see it; it differs from Fabric in nothing. */
public final class FabricUnderTest {
  private FabricUnderTest() {}

  static NetworkUnderTest of(FabricNetwork network) {
    return new NetworkUnderTest(
        network.channelId(),
        network.cities().stream().map(FabricUnderTest::member).toList(),
        Set.of());
  }

  /** A city as the suites see it. */
  public static NetworkMember member(FabricCity city) {
    return new NetworkMember(city.keys(), city.peerEndpoint(), credentials(city.keys()));
  }

  private static ChannelCredentials credentials(OrganisationKeys keys) {
    try {
      return TlsChannelCredentials.newBuilder()
          .trustManager(
              new ByteArrayInputStream(
                  keys.tlsRoot().credential().certificatePem().getBytes(StandardCharsets.US_ASCII)))
          .build();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
