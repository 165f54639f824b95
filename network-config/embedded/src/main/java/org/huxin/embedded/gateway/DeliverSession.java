// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.embedded.ledger.StoredBlock;
import org.huxin.fabric.access.AccessDeniedException;
import org.huxin.fabric.access.SignedData;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream of blocks. Each request is answered by its blocks and a status; after any
 * status but SUCCESS the stream ends, as Fabric's does.
 *
 * @param <T> the service's response
 */
final class DeliverSession<T> implements StreamObserver<Envelope> {
  /** A peer's default: how far a client's clock may be off. */
  private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

  /**
   * How a block is sent.
   *
   * @param <T> the service's response
   */
  interface Form<T> {
    /**
     * The response that holds a block.
     *
     * @param reader the serialized identity of who asked for it
     */
    T response(StoredBlock block, boolean headerOnly, ByteString reader);
  }

  private final NetworkView network;
  private final ServerCallStreamObserver<T> stream;
  private final Form<T> form;
  private final Function<Status, T> status;
  private @Nullable BlockFeed<T> feed;

  DeliverSession(
      NetworkView network,
      ServerCallStreamObserver<T> stream,
      Form<T> form,
      Function<Status, T> status) {
    this.network = network;
    this.stream = stream;
    this.form = form;
    this.status = status;
  }

  @Override
  public void onNext(Envelope envelope) {
    try {
      Payload payload = Payload.parseFrom(envelope.getPayload());
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      ByteString creator =
          SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()).getCreator();
      SignedData signed = new SignedData(envelope.getPayload(), creator, envelope.getSignature());
      Status refusal = refusal(header, signed);
      if (refusal != Status.SUCCESS) {
        end(refusal);
        return;
      }
      start(SeekInfo.parseFrom(payload.getData()), signed);
    } catch (InvalidProtocolBufferException e) {
      end(Status.BAD_REQUEST);
    }
  }

  private Status refusal(ChannelHeader header, SignedData signed) {
    Instant sent =
        Instant.ofEpochSecond(header.getTimestamp().getSeconds(), header.getTimestamp().getNanos());
    if (!header.hasTimestamp()
        || Duration.between(sent, network.clock().instant()).abs().compareTo(TIME_WINDOW) > 0
        || !TlsBinding.holds(header.getTlsCertHash())) {
      return Status.BAD_REQUEST;
    }
    if (!network.isChannel(header.getChannelId())) {
      return Status.NOT_FOUND;
    }
    return mayRead(signed) ? Status.SUCCESS : Status.FORBIDDEN;
  }

  private boolean mayRead(SignedData signed) {
    try {
      network.access().checkPolicy(ReaderCheck.READERS, signed);
      return !network.access().isExpired(signed.identity());
    } catch (AccessDeniedException e) {
      return false;
    }
  }

  private synchronized void start(SeekInfo seek, SignedData signed) {
    long height = network.ledger().height();
    Optional<SeekRange> range = SeekRange.of(seek, height);
    if (range.isEmpty()) {
      end(Status.BAD_REQUEST);
      return;
    }
    if (seek.getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY
        && range.get().first() >= height) {
      end(Status.NOT_FOUND);
      return;
    }
    boolean headerOnly = seek.getContentType() == SeekInfo.SeekContentType.HEADER_WITH_SIG;
    BlockFeed<T> started =
        new BlockFeed<>(
            network,
            stream,
            range.get().first(),
            range.get().last(),
            block -> next(block, headerOnly, signed),
            () -> stream.onNext(status.apply(Status.SUCCESS)));
    feed = started;
    started.start();
  }

  /** The policy is judged anew for every block, since its configuration may have changed. */
  private Optional<T> next(StoredBlock block, boolean headerOnly, SignedData signed) {
    if (mayRead(signed)) {
      return Optional.of(form.response(block, headerOnly, signed.identity()));
    }
    end(Status.FORBIDDEN);
    return Optional.empty();
  }

  private synchronized void end(Status reason) {
    onCancel();
    stream.onNext(status.apply(reason));
    stream.onCompleted();
  }

  synchronized void onReady() {
    if (feed != null) {
      feed.drain();
    }
  }

  synchronized void onCancel() {
    if (feed != null) {
      feed.stop();
    }
  }

  @Override
  public void onError(Throwable failure) {
    onCancel();
  }

  @Override
  public void onCompleted() {
    onCancel();
    if (!stream.isCancelled()) {
      stream.onCompleted();
    }
  }
}
