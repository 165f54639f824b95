// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.util.List;
import java.util.Optional;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.Material;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.verification.MaterialResult;

/**
 * What becomes of one material.
 *
 * @param item of which service
 * @param material as the item defines it: its {@code anyOf} says which licences would serve
 * @param result how it stands
 * @param dueDays for a deferred one: within how many days; empty for no limit
 * @param offers what was offered for it, and why it serves or not; unmodifiable
 */
public record MaterialFinding(
    ServiceItemCode item,
    Material material,
    MaterialResult result,
    Optional<Integer> dueDays,
    List<OfferFinding> offers) {
  /** A copy of the given list. */
  public MaterialFinding {
    offers = List.copyOf(offers);
  }

  /** The licences that would serve, in the order of the item; unmodifiable. */
  public List<LicenceTypeCode> accepts() {
    return material.anyOf().stream().map(AcceptedLicence::type).distinct().toList();
  }
}
