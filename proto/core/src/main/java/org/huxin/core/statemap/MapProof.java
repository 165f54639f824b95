// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The proof of what a state map holds under a key, or that it holds nothing
 * (proto/spec/state-map.md). Its shape is checked when it is made; whether it holds, {@link
 * #verifyPresent} and {@link #verifyAbsent} tell.
 *
 * @param path the siblings' hashes from the key's place up, 32 bytes each, one after the other
 * @param neighbour the other key that stands alone where this one would; empty if none does
 */
public record MapProof(Bytes path, Optional<Neighbour> neighbour) {
  private static final int LENGTH = DigestAlgorithm.LENGTH;

  /** A key's hash has so many bits, and a path as many hashes at most. */
  private static final int MAX_BITS = LENGTH * Byte.SIZE;

  private static final Field<MapProof, Bytes> PATH =
      required("path", Codecs.bytesUpTo(MAX_BITS * LENGTH), MapProof::path);
  private static final Field<MapProof, Optional<Neighbour>> NEIGHBOUR =
      optional("neighbour", Neighbour.CODEC, MapProof::neighbour);

  /** The JSON form. */
  public static final ObjectCodec<MapProof> CODEC =
      ObjectCodec.of(
          members -> new MapProof(members.get(PATH), members.get(NEIGHBOUR)), PATH, NEIGHBOUR);

  /**
   * Another key of the map.
   *
   * @param key SHA-256 of the key
   * @param value SHA-256 of its value
   */
  public record Neighbour(Bytes key, Bytes value) {
    private static final Field<Neighbour, Bytes> KEY =
        required("key", Codecs.bytes(LENGTH), Neighbour::key);
    private static final Field<Neighbour, Bytes> VALUE =
        required("value", Codecs.bytes(LENGTH), Neighbour::value);

    /** The JSON form. */
    public static final ObjectCodec<Neighbour> CODEC =
        ObjectCodec.of(members -> new Neighbour(members.get(KEY), members.get(VALUE)), KEY, VALUE);

    /**
     * A neighbour.
     *
     * @throws IllegalArgumentException if one of the two is no hash
     */
    public Neighbour {
      if (key.length() != LENGTH || value.length() != LENGTH) {
        throw new IllegalArgumentException("two hashes of 32 bytes");
      }
    }
  }

  /**
   * A proof of the right shape.
   *
   * @throws MapRefusedException if the path is not whole hashes, or longer than a key has bits
   */
  public MapProof {
    if (path.length() % LENGTH != 0 || path.length() > MAX_BITS * LENGTH) {
      throw new MapRefusedException(
          MapRefusal.MAP_PATH_LENGTH, Map.of("length", Integer.toString(path.length())));
    }
  }

  /**
   * Checks that the map with this root holds a value under a key; returns if it does.
   *
   * @throws MapRefusedException if the proof does not show that
   */
  public void verifyPresent(String key, Bytes value, Digest root) {
    if (neighbour.isPresent()) {
      throw MapRefusedException.of(MapRefusal.MAP_NEIGHBOUR_UNEXPECTED);
    }
    MapHasher hasher = new MapHasher();
    byte[] hash = hasher.of(Bytes.utf8(key));
    requireRoot(hash, hasher.leaf(hash, hasher.of(value)), root, hasher);
  }

  /**
   * Checks that the map with this root holds nothing under a key; returns if so.
   *
   * @throws MapRefusedException if the proof does not show that
   */
  public void verifyAbsent(String key, Digest root) {
    MapHasher hasher = new MapHasher();
    byte[] hash = hasher.of(Bytes.utf8(key));
    byte[] place = MapHasher.EMPTY;
    if (neighbour.isPresent()) {
      byte[] other = neighbour.get().key().toByteArray();
      requireBeside(hash, other);
      place = hasher.leaf(other, neighbour.get().value().toByteArray());
    }
    requireRoot(hash, place, root, hasher);
  }

  private void requireBeside(byte[] key, byte[] other) {
    int differ = java.util.Arrays.mismatch(key, other);
    if (differ < 0) {
      throw MapRefusedException.of(MapRefusal.MAP_NEIGHBOUR_IS_KEY);
    }
    int common = differ * Byte.SIZE;
    while (MapHasher.bit(key, common) == MapHasher.bit(other, common)) {
      common++;
    }
    if (common < path.length() / LENGTH) {
      throw new MapRefusedException(
          MapRefusal.MAP_NEIGHBOUR_ELSEWHERE, Map.of("bits", Integer.toString(common)));
    }
  }

  private void requireRoot(byte[] key, byte[] place, Digest root, MapHasher hasher) {
    byte[] hash = place;
    byte[] siblings = path.toByteArray();
    byte[] sibling = new byte[LENGTH];
    int depth = siblings.length / LENGTH;
    for (int i = 0; i < depth; i++) {
      System.arraycopy(siblings, i * LENGTH, sibling, 0, LENGTH);
      hash =
          MapHasher.bit(key, depth - 1 - i)
              ? hasher.node(sibling, hash)
              : hasher.node(hash, sibling);
    }
    if (!root.equals(new Digest(DigestAlgorithm.SHA_256, Bytes.of(hash)))) {
      throw MapRefusedException.of(MapRefusal.MAP_ROOT_MISMATCH);
    }
  }
}
