// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.snapshot;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.digest.Digest;

/**
 * What a snapshot holds (proto/spec/replica.md).
 *
 * @param number of the last block
 * @param header SHA-256 of that block's header
 * @param state the digest of the state after it
 * @param files of the store
 */
public record SnapshotManifest(long number, Digest header, Digest state, List<StoredFile> files) {
  /** A RocksDB of a terabyte has some ten thousand files. */
  private static final int MAX_FILES = 100_000;

  private static final int MAX_NAME = 64;

  static final JsonLimits LIMITS = new JsonLimits(32 << 20, 4);

  /**
   * A file.
   *
   * @param name without any folder
   * @param size in bytes
   * @param digest SHA-256 of what it holds
   */
  public record StoredFile(String name, long size, Digest digest) {
    private static final Codec<String> FILE_NAME =
        Codecs.text(
            "file name",
            MAX_NAME,
            text -> {
              if (!text.matches("[A-Za-z0-9][A-Za-z0-9_.\\-]*")) {
                throw new IllegalArgumentException("no name of a file");
              }
              return text;
            },
            text -> text);
    private static final Field<StoredFile, String> NAME =
        required("name", FILE_NAME, StoredFile::name);
    private static final Field<StoredFile, Long> SIZE =
        required("size", Codecs.integer(0, (1L << 53) - 1), StoredFile::size);
    private static final Field<StoredFile, Digest> DIGEST =
        required("digest", Codecs.DIGEST, StoredFile::digest);
    static final ObjectCodec<StoredFile> CODEC =
        ObjectCodec.of(
            members -> new StoredFile(members.get(NAME), members.get(SIZE), members.get(DIGEST)),
            NAME,
            SIZE,
            DIGEST);
  }

  private static final Field<SnapshotManifest, Long> NUMBER =
      required("number", Codecs.integer(0, (1L << 53) - 1), SnapshotManifest::number);
  private static final Field<SnapshotManifest, Digest> HEADER =
      required("header", Codecs.DIGEST, SnapshotManifest::header);
  private static final Field<SnapshotManifest, Digest> STATE =
      required("state", Codecs.DIGEST, SnapshotManifest::state);
  private static final Field<SnapshotManifest, List<StoredFile>> FILES =
      required("files", ListCodec.list(StoredFile.CODEC, 1, MAX_FILES), SnapshotManifest::files);

  /** The JSON form. */
  public static final ObjectCodec<SnapshotManifest> CODEC =
      ObjectCodec.of(
          members ->
              new SnapshotManifest(
                  members.get(NUMBER), members.get(HEADER), members.get(STATE), members.get(FILES)),
          NUMBER,
          HEADER,
          STATE,
          FILES);

  /** Copies the list. */
  public SnapshotManifest {
    files = List.copyOf(files);
  }
}
