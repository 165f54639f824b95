// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import static org.huxin.core.codec.Field.required;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The proof that a leaf stands at an index of a tree: RFC 9162 section 2.1.3
 * (proto/spec/merkle.md). Its shape is checked when it is made; whether it holds, {@link #verify}
 * tells.
 *
 * @param algorithm of every hash in the tree
 * @param treeSize the number of leaves, from 1 to 2^40
 * @param index of the leaf, from 0
 * @param path the siblings' hashes from the leaf up, 32 bytes each, one after the other
 */
public record InclusionProof(DigestAlgorithm algorithm, long treeSize, long index, Bytes path) {
  private static final int LENGTH = DigestAlgorithm.LENGTH;

  /** A tree of 2^40 leaves has 40 levels beneath its root. */
  private static final int MAX_NODES = 40;

  private static final byte FORMAT = 1;
  private static final int HEAD = 2 + 2 * Long.BYTES;

  private static final Field<InclusionProof, DigestAlgorithm> ALGORITHM =
      required(
          "algorithm",
          Codecs.text(
              "sm3 | sha256",
              8,
              label ->
                  DigestAlgorithm.ofLabel(label)
                      .orElseThrow(() -> new IllegalArgumentException("no such algorithm")),
              DigestAlgorithm::label),
          InclusionProof::algorithm);
  private static final Field<InclusionProof, Long> SIZE =
      required("size", Codecs.integer(1, ProofShape.MAX_TREE_SIZE), InclusionProof::treeSize);
  private static final Field<InclusionProof, Long> INDEX =
      required("index", Codecs.integer(0, ProofShape.MAX_TREE_SIZE - 1), InclusionProof::index);
  private static final Field<InclusionProof, List<Bytes>> PATH =
      required("path", ListCodec.list(Codecs.bytes(LENGTH), 0, MAX_NODES), InclusionProof::nodes);

  /** The JSON form. */
  public static final ObjectCodec<InclusionProof> CODEC =
      ObjectCodec.of(
          members ->
              new InclusionProof(
                  members.get(ALGORITHM),
                  members.get(SIZE),
                  members.get(INDEX),
                  Bytes.concat(members.get(PATH).toArray(Bytes[]::new))),
          ALGORITHM,
          SIZE,
          INDEX,
          PATH);

  /**
   * A proof of the right shape.
   *
   * @throws MerkleRefusedException if size or index are out of range, or the path does not have the
   *     number of nodes that they ask for
   */
  public InclusionProof {
    ProofShape.requireSize(treeSize);
    if (index < 0 || index >= treeSize) {
      throw new MerkleRefusedException(
          MerkleRefusal.INDEX_OUT_OF_RANGE,
          Map.of("index", Long.toString(index), "size", Long.toString(treeSize)));
    }
    int expected = ProofShape.inclusionLength(index, treeSize);
    if (path.length() != expected * LENGTH) {
      throw MerkleRefusedException.pathLength(expected, path.length() / LENGTH);
    }
  }

  /**
   * Reads the binary form, all of it.
   *
   * @throws MerkleRefusedException if it is not the binary form of a proof of the right shape
   */
  public static InclusionProof ofBinary(Bytes binary) {
    if (binary.length() < HEAD || binary.at(0) != FORMAT) {
      throw MerkleRefusedException.of(MerkleRefusal.PROOF_MALFORMED);
    }
    int number = binary.at(1);
    if (number < 1 || number > 2 || (binary.length() - HEAD) % LENGTH != 0) {
      throw MerkleRefusedException.of(MerkleRefusal.PROOF_MALFORMED);
    }
    DigestAlgorithm algorithm = number == 1 ? DigestAlgorithm.SM3 : DigestAlgorithm.SHA_256;
    ByteBuffer head = binary.asByteBuffer().position(2);
    return new InclusionProof(
        algorithm, head.getLong(), head.getLong(), binary.slice(HEAD, binary.length()));
  }

  /** The binary form: 18 bytes and 32 for each node. */
  public Bytes toBinary() {
    byte number = (byte) (algorithm == DigestAlgorithm.SM3 ? 1 : 2);
    ByteBuffer head =
        ByteBuffer.allocate(HEAD).put(FORMAT).put(number).putLong(treeSize).putLong(index);
    return Bytes.concat(Bytes.of(head.flip()), path);
  }

  private List<Bytes> nodes() {
    return IntStream.range(0, path.length() / LENGTH)
        .mapToObj(i -> path.slice(i * LENGTH, (i + 1) * LENGTH))
        .toList();
  }

  /** The root of the tree in which the given leaf has this proof. */
  public Digest rootFrom(Bytes leafData) {
    NodeHasher hasher = new NodeHasher(algorithm);
    byte[] hash = new byte[LENGTH];
    hasher.leaf(leafData, hash, 0);
    byte[] nodes = path.toByteArray();
    long position = index;
    long last = treeSize - 1;
    int at = 0;
    while (last > 0) {
      boolean right = (position & 1) == 1;
      if (right || position != last) {
        if (right) {
          hasher.node(nodes, at, hash, 0, hash, 0);
        } else {
          hasher.node(hash, 0, nodes, at, hash, 0);
        }
        at += LENGTH;
      }
      position >>= 1;
      last >>= 1;
    }
    return new Digest(algorithm, Bytes.of(hash));
  }

  /**
   * Checks that the leaf is in the tree with this root; returns if it is.
   *
   * @throws MerkleRefusedException if the root is of another algorithm, or another root
   */
  public void verify(Bytes leafData, Digest root) {
    if (root.algorithm() != algorithm) {
      throw MerkleRefusedException.of(MerkleRefusal.ALGORITHM_MISMATCH);
    }
    if (!rootFrom(leafData).equals(root)) {
      throw MerkleRefusedException.of(MerkleRefusal.ROOT_MISMATCH);
    }
  }
}
