// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import org.huxin.crypto.bytes.Bytes;

/**
 * What the seal looks like.
 *
 * @param type the kind of picture, such as PNG or OFD
 * @param data the picture itself, not looked into
 * @param width in millimetres
 * @param height in millimetres
 */
public record SealPicture(String type, Bytes data, int width, int height) {
  /** The largest picture: a seal's is some tens of kilobytes. */
  public static final int MAX_DATA = 1024 * 1024;

  private static final int MAX_TYPE = 16;

  /** Larger than any sheet. */
  private static final int MAX_MILLIMETRES = 10_000;

  static SealPicture read(DerSequence parts) {
    SealPicture picture =
        new SealPicture(
            parts.ia5("type", MAX_TYPE),
            parts.octets("data", MAX_DATA),
            parts.integer("width", 0, MAX_MILLIMETRES),
            parts.integer("height", 0, MAX_MILLIMETRES));
    parts.end();
    return picture;
  }
}
