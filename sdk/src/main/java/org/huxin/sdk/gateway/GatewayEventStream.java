// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import io.grpc.Status.Code;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.events.EventPosition;
import org.huxin.sdk.events.EventStream;
import org.huxin.sdk.events.EventStreamEndedException;
import org.huxin.sdk.events.LedgerEvent;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;

/** The events of one peer, until its stream ends. */
final class GatewayEventStream implements EventStream {
  /** Every peer will say the same, however often it is asked. */
  private static final Set<Code> FINAL =
      EnumSet.of(Code.PERMISSION_DENIED, Code.UNAUTHENTICATED, Code.INVALID_ARGUMENT);

  private final PeerConnections peers;
  private final Profile profile;
  private final PeerConnection peer;
  private final CloseableIterator<ChaincodeEvent> events;

  GatewayEventStream(PeerConnections peers, Profile profile, long block) {
    this.peers = peers;
    this.profile = profile;
    this.peer = peers.current();
    this.events =
        peer.network()
            .newChaincodeEventsRequest(profile.chaincode())
            .startBlock(block)
            .build()
            .getEvents();
  }

  @Override
  public LedgerEvent next() {
    try {
      ChaincodeEvent event = events.next();
      return new LedgerEvent(
          new EventPosition(profile.ledger(), event.getBlockNumber(), event.getTransactionId()),
          event.getEventName(),
          Bytes.of(event.getPayload()));
    } catch (GatewayRuntimeException e) {
      Code code = e.getStatus().getCode();
      if (FINAL.contains(code)) {
        throw new LedgerUnavailableException("no events for this identity: " + code, e);
      }
      // Its time was over, or it died in silence: both look the same, and any peer may go on.
      peers.passOver(peer);
      throw new EventStreamEndedException("the stream of events ended: " + code, e);
    } catch (NoSuchElementException e) {
      peers.passOver(peer);
      throw new EventStreamEndedException("the peer ended the stream of events", e);
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
