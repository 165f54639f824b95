// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.LedgerClient;

/** What the ledger says of licence types. A version's definition never changes, so it is kept. */
final class TypeCatalogue {
  private final LedgerClient ledger;
  private final Map<BatchKind, DefineLicenceType> known = new ConcurrentHashMap<>();

  TypeCatalogue(LedgerClient ledger) {
    this.ledger = ledger;
  }

  /**
   * The definition of a batch's type.
   *
   * @throws IssuingRefusedException if there is none, or the type is classified
   */
  DefineLicenceType require(BatchKind kind) {
    DefineLicenceType type = known.get(kind);
    if (type == null) {
      type = read(kind);
      known.put(kind, type);
    }
    if (type.classified()) {
      throw IssuingRefusedException.of(IssuingRefusal.TYPE_CLASSIFIED, "type", kind.type());
    }
    return type;
  }

  private DefineLicenceType read(BatchKind kind) {
    List<String> name = List.of(kind.type().text(), Integer.toString(kind.typeVersion()));
    try {
      JsonObject entry =
          (JsonObject)
              CanonicalJson.decode(ledger.evaluate("GetLicenceType", name), JsonLimits.FILE);
      JsonValue value = entry.members().get("value");
      if (value == null) {
        throw new IllegalStateException("an answer of another form");
      }
      return LicenceType.CODEC.decode(value).definition();
    } catch (LedgerRefusedException e) {
      if (e.code() != LedgerRefusal.NOT_FOUND) {
        throw e;
      }
      throw new IssuingRefusedException(
          IssuingRefusal.TYPE_NOT_DEFINED, Map.of("type", name.get(0), "version", name.get(1)));
    }
  }
}
