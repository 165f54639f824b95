// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.util.List;
import java.util.Optional;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.statement.Code;
import org.huxin.core.verification.MaterialResult;

/**
 * Whether a service can go on without certificates.
 *
 * @param definition the version of the item that was judged
 * @param materials one for each material, in the order of the item; unmodifiable
 */
public record CertificateFreeResult(
    PublishServiceItem definition, List<MaterialFinding> materials) {
  /** A copy of the given list. */
  public CertificateFreeResult {
    materials = List.copyOf(materials);
  }

  /** Whether the service can go on now: no material is missing. */
  public boolean canProceed() {
    return materials.stream().noneMatch(each -> each.result() == MaterialResult.MISSING);
  }

  /** What became of a material; empty if the item asks for none of that code. */
  public Optional<MaterialFinding> of(Code material) {
    return materials.stream().filter(each -> each.material().code().equals(material)).findFirst();
  }
}
