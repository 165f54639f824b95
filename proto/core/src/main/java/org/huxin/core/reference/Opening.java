// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.reference;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * What opens a commitment to a person or an organisation: who, and the salt. Personal data; its
 * text form shows the code type alone.
 *
 * @param holder who
 * @param salt sixteen bytes
 */
public record Opening(HolderId holder, Bytes salt) {
  private static final Codec<HolderCodeType> CODE_TYPE =
      Codecs.text(
          "holder code type",
          3,
          code ->
              HolderCodeType.ofCode(code)
                  .orElseThrow(() -> new IllegalArgumentException("no such code type")),
          HolderCodeType::code);
  private static final Codec<String> CODE_TEXT =
      Codecs.text("holder code", HolderId.MAX_LENGTH, text -> text, text -> text);
  private static final Field<Opening, HolderCodeType> TYPE =
      Field.required("codeType", CODE_TYPE, opening -> opening.holder().type());
  private static final Field<Opening, String> CODE =
      Field.required("code", CODE_TEXT, opening -> opening.holder().code());
  private static final Field<Opening, Bytes> SALT =
      Field.required("salt", Codecs.bytes(Salt.LENGTH), Opening::salt);

  /** The JSON form. */
  public static final ObjectCodec<Opening> CODEC =
      ObjectCodec.of(
          members ->
              new Opening(new HolderId(members.get(TYPE), members.get(CODE)), members.get(SALT)),
          TYPE,
          CODE,
          SALT);

  /**
   * An opening.
   *
   * @throws IllegalArgumentException if the salt has another length than sixteen bytes
   */
  public Opening {
    Bytes unused = Salt.require(salt);
  }

  /** The commitment of a licence record that this opens. */
  public HolderCommitment holderCommitment(DigestAlgorithm algorithm) {
    return new HolderCommitment(hash(algorithm, "huxin/holder/1"));
  }

  /** The commitment of an attestation that this opens, in SHA-256. */
  public SubjectCommitment subjectCommitment() {
    return new SubjectCommitment(hash(DigestAlgorithm.SHA_256, "huxin/subject/1"));
  }

  private Digest hash(DigestAlgorithm algorithm, String tag) {
    return TupleHash.begin(algorithm, tag)
        .add(holder.type().code())
        .add(holder.code())
        .add(salt)
        .finish();
  }

  /** The code type alone. */
  @Override
  public String toString() {
    return holder.toString();
  }
}
