// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.huxin.embedded.pki.OrganisationKeys;

/** Connects to a city's peer or orderer with TLS. Stateless. */
final class SecureChannel {
  /** A peer's own limit: a block or a package passes. */
  private static final int LARGEST_MESSAGE = 100 << 20;

  private SecureChannel() {}

  static ManagedChannel open(OrganisationKeys keys, String endpoint) {
    String authority = keys.tlsRoot().credential().certificatePem();
    try {
      return Grpc.newChannelBuilder(
              endpoint,
              TlsChannelCredentials.newBuilder()
                  .trustManager(
                      new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII)))
                  .build())
          .maxInboundMessageSize(LARGEST_MESSAGE)
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("a certificate just made can be read", e);
    }
  }
}
