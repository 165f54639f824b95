// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * How the application shows itself to peers that demand a certificate of their clients (mutual
 * TLS). It is not the Fabric identity: another authority certifies it.
 *
 * @param certificate the client's own certificate stands first; those of authorities may follow
 * @param privateKey its key
 */
public record ClientTls(CertificatesPem certificate, PrivateKeyPem privateKey) {
  private static final Field<ClientTls, CertificatesPem> CERTIFICATE =
      required("certificate", CertificatesPem.CODEC, ClientTls::certificate);
  private static final Field<ClientTls, PrivateKeyPem> PRIVATE_KEY =
      required("privateKey", PrivateKeyPem.CODEC, ClientTls::privateKey);

  static final ObjectCodec<ClientTls> CODEC =
      ObjectCodec.of(
          members -> new ClientTls(members.get(CERTIFICATE), members.get(PRIVATE_KEY)),
          CERTIFICATE,
          PRIVATE_KEY);
}
