// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.ordering.OrderingService;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;

/**
 * What a gateway knows of the network it belongs to.
 *
 * @param ledger the channel's ledger
 * @param ordering its orderers
 * @param peers the peers of all organisations
 * @param access who may do what
 * @param executor runs endorsements side by side
 * @param endorsementTimeout how long one endorsement may take
 * @param clock what the peers' clocks say
 * @param mismatches is told of every endorsement that differs from the first
 */
public record NetworkView(
    Ledger ledger,
    OrderingService ordering,
    List<Peer> peers,
    AccessControl access,
    Executor executor,
    Duration endorsementTimeout,
    Clock clock,
    Consumer<EndorsementMismatch> mismatches) {

  /** Copies the list. */
  public NetworkView {
    peers = List.copyOf(peers);
  }

  boolean isChannel(String channelId) {
    return ledger.channelId().equals(channelId);
  }

  Optional<ChaincodeDefinition> definition(String mspId, String chaincode) {
    return ledger.read(mspId, state -> ChaincodeDefinitions.find(state, chaincode));
  }
}
