// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Sequence;
import org.huxin.core.id.SealKey;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * What a seal's maker signs.
 *
 * @param versionNumber the number in its header
 * @param vendor who wrote the software that made it
 * @param id the seal's esID
 * @param property what it is
 * @param picture what it looks like
 * @param extensions vendors' own data
 */
public record SealInfo(
    int versionNumber,
    String vendor,
    String id,
    SealProperty property,
    SealPicture picture,
    List<SealExtension> extensions) {
  private static final String MARK = "ES";
  private static final int MAX_VENDOR = 128;
  private static final int MAX_ID = 128;

  /** A copy of the given parts. */
  public SealInfo {
    extensions = List.copyOf(extensions);
  }

  /** The seal's name on the ledger: SM3 of the ASCII bytes of its esID. */
  public SealKey key() {
    return new SealKey(DigestAlgorithm.SM3.digest(Bytes.utf8(id)));
  }

  /**
   * Reads the parts; {@code shape} is the version that the surrounding structure has: v4 stands for
   * v5 too until the header tells them apart.
   */
  static SealInfo read(DerSequence parts, SealVersion shape) {
    DerSequence header = parts.sequence("header");
    if (!header.ia5("ID", MARK.length()).equals(MARK)) {
      throw StructureRefusedException.malformed("header/ID");
    }
    int number = header.integer("version", 0, Integer.MAX_VALUE);
    boolean known =
        shape.covers(number) || (shape == SealVersion.V4 && SealVersion.V5.covers(number));
    if (!known) {
      throw new StructureRefusedException(
          StructureRefusal.STRUCTURE_VERSION,
          Map.of("at", "header/version", "found", Integer.toString(number)));
    }
    String vendor = header.ia5("Vid", MAX_VENDOR);
    header.end();
    String id = parts.ia5("esID", MAX_ID);
    SealProperty property = SealProperty.read(parts.sequence("property"), shape);
    SealPicture picture = SealPicture.read(parts.sequence("picture"));
    List<SealExtension> extensions =
        parts.nextIs(ASN1Sequence.class)
            ? SealExtension.readAll(parts.sequence("extDatas"))
            : List.of();
    parts.end();
    return new SealInfo(number, vendor, id, property, picture, extensions);
  }
}
