// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.Endpoint;

/**
 * A peer whose gateway is called.
 *
 * @param endpoint where it listens
 * @param tlsAuthorities who certifies its TLS key; empty for a peer without TLS, as the embedded
 *     network has them
 * @param serverName the name in its TLS certificate where that is not the endpoint's host
 */
public record GatewayPeer(
    Endpoint endpoint, Optional<CertificatesPem> tlsAuthorities, Optional<String> serverName) {
  private static final int MAX_NAME = 253;
  private static final Codec<String> NAME =
      Codecs.text("host name", MAX_NAME, GatewayPeer::checked, name -> name);

  private static final Field<GatewayPeer, Endpoint> ENDPOINT =
      required("endpoint", Endpoint.CODEC, GatewayPeer::endpoint);
  private static final Field<GatewayPeer, Optional<CertificatesPem>> TLS_AUTHORITIES =
      optional("tlsAuthorities", CertificatesPem.CODEC, GatewayPeer::tlsAuthorities);
  private static final Field<GatewayPeer, Optional<String>> SERVER_NAME =
      optional("serverName", NAME, GatewayPeer::serverName);

  static final ObjectCodec<GatewayPeer> CODEC =
      ObjectCodec.of(
          members ->
              new GatewayPeer(
                  members.get(ENDPOINT), members.get(TLS_AUTHORITIES), members.get(SERVER_NAME)),
          ENDPOINT,
          TLS_AUTHORITIES,
          SERVER_NAME);

  /**
   * A peer.
   *
   * @throws IllegalArgumentException if a server's name is given without TLS, or is none
   */
  public GatewayPeer {
    serverName.ifPresent(GatewayPeer::checked);
    if (serverName.isPresent() && tlsAuthorities.isEmpty()) {
      throw new IllegalArgumentException("a server's name belongs to TLS");
    }
  }

  /** A peer without TLS. */
  public static GatewayPeer plain(String endpoint) {
    return new GatewayPeer(new Endpoint(endpoint), Optional.empty(), Optional.empty());
  }

  private static String checked(String name) {
    if (name.length() > MAX_NAME || !name.matches("[a-z0-9](?:[a-z0-9.\\-]*[a-z0-9])?")) {
      throw new IllegalArgumentException("no host name");
    }
    return name;
  }
}
