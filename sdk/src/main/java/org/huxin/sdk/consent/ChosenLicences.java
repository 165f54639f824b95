// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.holder.ReferenceOpening;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;

/** Which licences a consent is to cover, of those that were asked for. For one thread. */
public final class ChosenLicences {
  private final List<GrantedItem> asked;
  private final List<GrantedItem> items = new ArrayList<>();
  private final List<ReferenceOpening> references = new ArrayList<>();

  /** None yet, of those that are asked for. */
  public ChosenLicences(GrantAuthorization widest) {
    this.asked = widest.items();
  }

  /**
   * Chooses a licence.
   *
   * @param salt of its reference: sixteen random bytes
   * @param fields fewer attributes than are asked for; empty for all of them
   * @throws ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public void add(LicenceRef licence, Bytes salt, Optional<Set<FieldName>> fields) {
    GrantedItem item =
        asked.stream()
            .filter(each -> each.type().equals(licence.type()))
            .filter(each -> each.division().stream().allMatch(at -> at.covers(licence.division())))
            .findFirst()
            .orElseThrow(() -> notAskedFor(licence.type()));
    if (fields.isPresent() && !new HashSet<>(item.fields()).containsAll(fields.get())) {
      throw notAskedFor(licence.type());
    }
    ReferenceOpening opening = new ReferenceOpening(licence, salt);
    references.add(opening);
    items.add(
        new GrantedItem(
            licence.type(),
            Optional.of(licence.division()),
            Optional.of(opening.blinded()),
            fields.map(names -> names.stream().sorted().toList()).orElse(item.fields())));
  }

  /**
   * Chooses any licence of the holder's of a type.
   *
   * @throws ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public void addAny(LicenceTypeCode type) {
    items.add(
        asked.stream()
            .filter(item -> item.type().equals(type) && item.ref().isEmpty())
            .findFirst()
            .orElseThrow(() -> notAskedFor(type)));
  }

  /**
   * What is granted; unmodifiable.
   *
   * @throws ConsentRefusedException {@code NOTHING_GRANTED}
   */
  public List<GrantedItem> items() {
    if (items.isEmpty()) {
      throw new ConsentRefusedException(ConsentRefusal.NOTHING_GRANTED, Map.of());
    }
    return List.copyOf(items);
  }

  /** What opens the references; unmodifiable. */
  public List<ReferenceOpening> references() {
    return List.copyOf(references);
  }

  private static ConsentRefusedException notAskedFor(LicenceTypeCode type) {
    return ConsentRefusedException.of(ConsentRefusal.NOT_ASKED_FOR, "type", type);
  }
}
