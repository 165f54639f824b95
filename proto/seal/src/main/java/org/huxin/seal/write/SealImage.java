// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.structure.SealPicture;

/**
 * Draws a plain red seal, a ring with a five-pointed star, as a PNG of two colours. The bytes are
 * the same on every machine: nothing is compressed, no font is needed.
 */
public final class SealImage {
  private static final int[] RED_AND_NOTHING = {0xE6, 0x00, 0x12, 0xFF, 0xFF, 0xFF};
  private static final int POINTS = 5;

  /** Radii as parts of the picture's half width. */
  private static final double RING_OUTSIDE = 0.97;

  private static final double RING_INSIDE = 0.88;
  private static final double STAR = 0.36;

  private SealImage() {}

  /**
   * A round seal.
   *
   * @param pixels width and height of the picture, 16 to 1,024
   * @param millimetres its diameter
   */
  public static SealPicture round(int pixels, int millimetres) {
    if (pixels < 16 || pixels > 1024) {
      throw new IllegalArgumentException("16 to 1,024 pixels");
    }
    return new SealPicture("PNG", png(pixels), millimetres, millimetres);
  }

  private static boolean isInk(int x, int y, int pixels) {
    double half = pixels / 2.0;
    double dx = (x + 0.5 - half) / half;
    double dy = (y + 0.5 - half) / half;
    double radius = StrictMath.hypot(dx, dy);
    return (radius <= RING_OUTSIDE && radius >= RING_INSIDE) || isStar(dx, dy);
  }

  /** Inside a star whose first point looks up: on the inner side of four of its five lines. */
  private static boolean isStar(double dx, double dy) {
    double inner = STAR * StrictMath.cos(2 * StrictMath.PI / POINTS);
    int sides = 0;
    for (int i = 0; i < POINTS; i++) {
      double angle = StrictMath.PI / 2 + (2 * i + 1) * StrictMath.PI / POINTS;
      if (dx * StrictMath.cos(angle) - dy * StrictMath.sin(angle) <= inner) {
        sides++;
      }
    }
    return sides >= POINTS - 1;
  }

  private static Bytes png(int pixels) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(pixels).putInt(pixels).put((byte) 1).put((byte) 3);
    chunk(file, "IHDR", header.array());
    byte[] palette = new byte[RED_AND_NOTHING.length];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) RED_AND_NOTHING[i];
    }
    chunk(file, "PLTE", palette);
    chunk(file, "tRNS", new byte[] {(byte) 0xFF, 0});
    chunk(file, "IDAT", stored(rows(pixels)));
    chunk(file, "IEND", new byte[0]);
    return Bytes.of(file.toByteArray());
  }

  /** One bit for each pixel, 0 for ink; each row begins with its filter, none. */
  private static byte[] rows(int pixels) {
    int width = (pixels + 7) / 8;
    byte[] rows = new byte[pixels * (width + 1)];
    for (int y = 0; y < pixels; y++) {
      for (int x = 0; x < pixels; x++) {
        if (!isInk(x, y, pixels)) {
          rows[y * (width + 1) + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return rows;
  }

  /** A zlib stream (RFC 1950) of stored blocks. */
  private static byte[] stored(byte[] content) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(0x78);
    stream.write(0x01);
    int block = 0xFFFF;
    for (int at = 0; at < content.length; at += block) {
      int length = Math.min(block, content.length - at);
      stream.write(at + length == content.length ? 1 : 0);
      stream.write(length & 0xFF);
      stream.write(length >>> 8);
      stream.write(~length & 0xFF);
      stream.write((~length >>> 8) & 0xFF);
      stream.write(content, at, length);
    }
    Adler32 sum = new Adler32();
    sum.update(content);
    stream.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return stream.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(name);
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
