// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.util.List;
import java.util.Optional;

/**
 * One organisation, a member of the application group and, with endpoints of orderers, of the
 * orderer group, with the same MSP in both.
 *
 * @param msp its MSP, whose id names its groups
 * @param anchorPeer the peer that others find first, if there is one
 * @param ordererEndpoints where its orderers deliver and take transactions; empty if it has none
 */
public record OrganisationDefinition(
    MspDefinition msp, Optional<HostPort> anchorPeer, List<HostPort> ordererEndpoints) {

  /** Copies the list. */
  public OrganisationDefinition {
    ordererEndpoints = List.copyOf(ordererEndpoints);
  }
}
