// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.List;

/**
 * One of the results of a matter that appear together.
 *
 * @param issuer who issues it
 * @param kind what its licences have in common
 * @param licences at least one; unmodifiable
 */
public record IssuingPart(Issuer issuer, BatchKind kind, List<Licence> licences) {
  /** A copy of the given list. */
  public IssuingPart {
    licences = List.copyOf(licences);
  }
}
