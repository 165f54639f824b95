// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.security.cert.CertificateEncodingException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.huxin.fabric.block.Sha256;

/**
 * Notes the certificate of a client's connection, to which what the client signs must be bound: a
 * request for blocks that somebody else replays is of no use to them. For mutual TLS; without this
 * interceptor nothing is demanded, as in Fabric.
 */
public final class TlsBinding implements ServerInterceptor {
  private static final Context.Key<ByteString> HASH = Context.key("client-certificate-hash");

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return Contexts.interceptCall(
        Context.current().withValue(HASH, hash(call)), call, headers, next);
  }

  /** Whether a request that names this hash may come through the connection at hand. */
  static boolean holds(ByteString claimed) {
    ByteString actual = HASH.get();
    return actual == null || (!claimed.isEmpty() && claimed.equals(actual));
  }

  /** Empty, which no claim equals, if the client showed no certificate. */
  private static ByteString hash(ServerCall<?, ?> call) {
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    try {
      return session == null
          ? ByteString.EMPTY
          : Sha256.of(ByteString.copyFrom(session.getPeerCertificates()[0].getEncoded()));
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return ByteString.EMPTY;
    }
  }
}
