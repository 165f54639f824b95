// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.MspId;
import org.huxin.core.statement.Terms;

/**
 * Who carries statements in: a member of a city's organisation in Fabric. It says nothing about who
 * signed a statement.
 *
 * @param mspId the city's organisation
 * @param certificate the identity's own certificate stands first; those of authorities may follow
 * @param privateKey empty where a signer outside the profile holds the key
 */
public record FabricIdentity(
    MspId mspId, CertificatesPem certificate, Optional<PrivateKeyPem> privateKey) {
  private static final Field<FabricIdentity, MspId> MSP_ID =
      required("mspId", Terms.MSP_ID, FabricIdentity::mspId);
  private static final Field<FabricIdentity, CertificatesPem> CERTIFICATE =
      required("certificate", CertificatesPem.CODEC, FabricIdentity::certificate);
  private static final Field<FabricIdentity, Optional<PrivateKeyPem>> PRIVATE_KEY =
      optional("privateKey", PrivateKeyPem.CODEC, FabricIdentity::privateKey);

  static final ObjectCodec<FabricIdentity> CODEC =
      ObjectCodec.of(
          members ->
              new FabricIdentity(
                  members.get(MSP_ID), members.get(CERTIFICATE), members.get(PRIVATE_KEY)),
          MSP_ID,
          CERTIFICATE,
          PRIVATE_KEY);
}
