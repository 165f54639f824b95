// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.record;

import java.text.Normalizer;
import java.util.List;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonString;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.mac.HkdfSha256;

/**
 * One attribute of a licence with its salt (proto/spec/record.md). May be personal data; its text
 * form shows the name alone. Immutable; equal by salt, name and value.
 */
public final class Attribute {
  /** A scope of business can fill a page; what is longer belongs into the document. */
  public static final int MAX_VALUE = 4096;

  private static final int SALT_LENGTH = 16;

  private static final Codec<String> VALUE_TEXT =
      Codecs.text("attribute value", MAX_VALUE, text -> text, text -> text);
  private static final Field<Attribute, Bytes> SALT =
      Field.required("salt", Codecs.bytes(SALT_LENGTH), Attribute::salt);
  private static final Field<Attribute, FieldName> NAME =
      Field.required("name", FieldName.CODEC, Attribute::name);
  private static final Field<Attribute, String> VALUE =
      Field.required("value", VALUE_TEXT, Attribute::value);

  /** The JSON form in a proof file. */
  public static final ObjectCodec<Attribute> CODEC =
      ObjectCodec.of(
          members -> new Attribute(members.get(SALT), members.get(NAME), members.get(VALUE)),
          SALT,
          NAME,
          VALUE);

  private final Bytes salt;
  private final FieldName name;
  private final String value;

  /** Made once: whoever checks a proof hashes it again and again. */
  private final Bytes leafData;

  /**
   * An attribute.
   *
   * @param salt sixteen bytes, without which the value cannot be guessed from its hash
   * @param name the attribute's short name
   * @param value up to {@link #MAX_VALUE} UTF-16 code units in normalization form C; may be empty
   * @throws IllegalArgumentException if salt or value have another form
   */
  public Attribute(Bytes salt, FieldName name, String value) {
    if (salt.length() != SALT_LENGTH
        || value.length() > MAX_VALUE
        || !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw new IllegalArgumentException(
          "an attribute has a salt of 16 bytes and a value in normalization form C");
    }
    this.salt = salt;
    this.name = name;
    this.value = value;
    this.leafData =
        CanonicalJson.encode(
            new JsonArray(
                List.of(
                    new JsonString(salt.base64Url()),
                    new JsonString(name.text()),
                    new JsonString(value))));
  }

  /** An attribute whose salt comes from the licence's seed: HKDF(seed, name). */
  public static Attribute salted(Bytes seed, FieldName name, String value) {
    Bytes info = Bytes.utf8("huxin/attribute/1 " + name);
    return new Attribute(HkdfSha256.derive(seed, Bytes.empty(), info, SALT_LENGTH), name, value);
  }

  /** Sixteen bytes. */
  public Bytes salt() {
    return salt;
  }

  /** The attribute's short name. */
  public FieldName name() {
    return name;
  }

  /** What it says; may be personal data. */
  public String value() {
    return value;
  }

  /** The leaf data of the record's attribute tree: canonical JSON {@code [salt, name, value]}. */
  public Bytes leafData() {
    return leafData;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attribute that && leafData.equals(that.leafData);
  }

  @Override
  public int hashCode() {
    return leafData.hashCode();
  }

  /** The name alone. */
  @Override
  public String toString() {
    return name + "=…";
  }
}
