// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huxin.fabric.block.Sha256;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;

/**
 * What chaincode is told of the invocation that it serves, and the event that it sets. For one
 * thread.
 */
abstract class InvocationStub implements ChaincodeStub {
  private final Invocation invocation;
  private final String mspId;
  private final List<ByteString> arguments;
  private @Nullable ChaincodeEvent event;

  InvocationStub(Invocation invocation, String mspId, List<ByteString> arguments) {
    this.invocation = invocation;
    this.mspId = mspId;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public List<byte[]> getArgs() {
    return arguments.stream().map(ByteString::toByteArray).collect(Collectors.toList());
  }

  @Override
  public List<String> getStringArgs() {
    return arguments.stream().map(ByteString::toStringUtf8).collect(Collectors.toList());
  }

  @Override
  public @Nullable String getFunction() {
    return arguments.isEmpty() ? null : arguments.get(0).toStringUtf8();
  }

  @Override
  public List<String> getParameters() {
    return arguments.stream().skip(1).map(ByteString::toStringUtf8).collect(Collectors.toList());
  }

  @Override
  public String getTxId() {
    return invocation.transactionId();
  }

  @Override
  public String getChannelId() {
    return invocation.channelId();
  }

  @Override
  public SignedProposal getSignedProposal() {
    return invocation.signedProposal();
  }

  @Override
  public Instant getTxTimestamp() {
    return invocation.timestamp();
  }

  @Override
  public byte[] getCreator() {
    return invocation.signatureHeader().getCreator().toByteArray();
  }

  @Override
  public Map<String, byte[]> getTransient() {
    return invocation.transientData().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
  }

  @Override
  public byte[] getBinding() {
    ByteBuffer epoch =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(invocation.channelHeader().getEpoch())
            .flip();
    return Sha256.of(
            invocation.signatureHeader().getNonce(),
            invocation.signatureHeader().getCreator(),
            ByteString.copyFrom(epoch))
        .toByteArray();
  }

  /** The organisation that executes; the shim reads it from the environment of its process. */
  @Override
  public String getMspId() {
    return mspId;
  }

  @Override
  public void setEvent(String name, byte @Nullable [] payload) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("event name can not be nil string");
    }
    ChaincodeEvent.Builder set = ChaincodeEvent.newBuilder().setEventName(name);
    if (payload != null) {
      set.setPayload(ByteString.copyFrom(payload));
    }
    event = set.build();
  }

  @Override
  public @Nullable ChaincodeEvent getEvent() {
    return event;
  }
}
