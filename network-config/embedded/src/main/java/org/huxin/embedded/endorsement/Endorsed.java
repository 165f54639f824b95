// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

import java.util.Optional;
import org.huxin.embedded.simulation.SimulationResults;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/**
 * A peer's response to a proposal.
 *
 * @param response with an endorsement only if the chaincode succeeded
 * @param results what was read and written; empty for system chaincodes and failures
 */
public record Endorsed(ProposalResponse response, Optional<SimulationResults> results) {}
