// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.time.Instant;

/**
 * What a seal is.
 *
 * @param type 1 an organisation's, 2 a person's; vendors use others
 * @param name what it is called
 * @param signers whose certificates may seal with it
 * @param created when it was made
 * @param validFrom from when on it may seal
 * @param validTo until when it may seal
 */
public record SealProperty(
    int type,
    String name,
    SignerList signers,
    Instant created,
    Instant validFrom,
    Instant validTo) {
  private static final int MAX_TYPE = 255;
  private static final int MAX_NAME = 256;

  static SealProperty read(DerSequence parts, SealVersion version) {
    int type = parts.integer("type", 0, MAX_TYPE);
    String name = parts.utf8("name", MAX_NAME);
    SealProperty property =
        version == SealVersion.V1
            ? new SealProperty(
                type,
                name,
                SignerList.read(parts.sequence("certList"), 1),
                parts.utcTime("createDate"),
                parts.utcTime("validStart"),
                parts.utcTime("validEnd"))
            : later(parts, type, name);
    parts.end();
    return property;
  }

  private static SealProperty later(DerSequence parts, int type, String name) {
    int listType = parts.integer("certListType", 1, 2);
    return new SealProperty(
        type,
        name,
        SignerList.read(parts.sequence("certList"), listType),
        parts.generalizedTime("createDate"),
        parts.generalizedTime("validStart"),
        parts.generalizedTime("validEnd"));
  }
}
