// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.entity;

import java.util.function.Function;
import java.util.function.Supplier;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Revision;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.refusal.RefusedException;

/**
 * One of the identifiers by which an entity is named.
 *
 * @param name what it is
 * @param reader its form in keys
 */
record KeyPart(String name, Function<String, String> reader) {

  static KeyPart uscc(String name) {
    return new KeyPart(name, text -> Uscc.parse(text).text());
  }

  static KeyPart type() {
    return new KeyPart("type", text -> LicenceTypeCode.parse(text).text());
  }

  static KeyPart item() {
    return new KeyPart("item", text -> ServiceItemCode.parse(text).text());
  }

  static KeyPart division() {
    return new KeyPart("division", text -> DivisionCode.parse(text).text());
  }

  static KeyPart statement(String name) {
    return new KeyPart(name, text -> Revision.print(StatementId.parse(text)));
  }

  static KeyPart business() {
    return new KeyPart("business", text -> Digest.parse(text).toString());
  }

  /** A last part, by which no list begins. */
  static KeyPart last(String name) {
    return new KeyPart(name, text -> text);
  }

  String stored(String text) {
    return read(() -> reader.apply(text));
  }

  /** Every identifier refuses in its own way; here only that it refuses counts. */
  static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e.code().name(), e);
    }
  }
}
