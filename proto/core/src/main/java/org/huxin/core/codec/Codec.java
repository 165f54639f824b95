// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;

/**
 * A total, strict mapping between a type and its JSON form: {@code decode(encode(v))} equals {@code
 * v}, and what decodes encodes to the same canonical bytes. Immutable and safe for all threads.
 *
 * @param <T> the type
 */
public interface Codec<T> {

  /** The JSON form of a value. */
  JsonValue encode(T value);

  /**
   * Reads the JSON form.
   *
   * @param at where the JSON stands, for the evidence of a refusal
   * @throws DecodeRefusedException if it is not the form of any value of the type
   */
  T decode(JsonValue json, Place at);

  /** What the JSON form looks like. */
  Shape shape();

  /**
   * Reads a whole document.
   *
   * @throws DecodeRefusedException if it is not the form of any value of the type
   */
  default T decode(JsonValue json) {
    return decode(json, Place.ROOT);
  }

  /** The canonical bytes of a value's JSON form. */
  default Bytes toBytes(T value) {
    return CanonicalJson.encode(encode(value));
  }

  /**
   * Reads canonical bytes.
   *
   * @throws org.huxin.core.json.JsonRefusedException if the bytes are not canonical JSON within the
   *     limits
   * @throws DecodeRefusedException if the JSON is not the form of any value of the type
   */
  default T fromBytes(Bytes bytes, JsonLimits limits) {
    return decode(CanonicalJson.decode(bytes, limits), Place.ROOT);
  }
}
