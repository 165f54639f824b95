// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A peer's view of one ledger of many: as the peer's own, but for time, carrier and arguments, and
 * with keys that all begin with the ledger's name.
 *
 * @param peer the peer's own
 * @param ledger the ledger's name
 * @param time the time of the transaction
 * @param carrier the carrier's MSP, or nothing if it is the client's
 */
record ReplayStub(ChaincodeStub peer, String ledger, Instant time, String carrier) {
  private static final String SEPARATOR = "\u0000";

  /** A composite key, which begins with a mark of its own, after the name of a ledger. */
  static String stored(String ledger, String key) {
    return SEPARATOR + ledger + key;
  }

  /** The stub of a call. */
  ChaincodeStub calling(String operation, List<String> arguments) {
    return (ChaincodeStub)
        Proxy.newProxyInstance(
            ReplayStub.class.getClassLoader(),
            new Class<?>[] {ChaincodeStub.class},
            (proxy, method, given) -> answer(method, given, operation, arguments));
  }

  private @Nullable Object answer(
      Method method, Object @Nullable [] given, String operation, List<String> arguments) {
    Object[] values = given == null ? new Object[0] : given;
    return switch (method.getName()) {
      case "getFunction" -> operation;
      case "getParameters" -> arguments;
      case "getTxTimestamp" -> time;
      case "getTxId" -> peer.getTxId();
      case "getCreator" -> creator();
      case "getState" -> peer.getState(stored(ledger, (String) values[0]));
      case "putState" -> {
        peer.putState(stored(ledger, (String) values[0]), (byte[]) values[1]);
        yield null;
      }
      case "setEvent" -> {
        peer.setEvent((String) values[0], (byte[]) values[1]);
        yield null;
      }
      case "getStateByPartialCompositeKey" ->
          new Results(peer.getStateByPartialCompositeKey(key(values[0])));
      case "getStateByPartialCompositeKeyWithPagination" ->
          page(key(values[0]), (Integer) values[1], (String) values[2]);
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private Results page(CompositeKey prefix, int size, String bookmark) {
    return new Results(
        peer.getStateByPartialCompositeKeyWithPagination(
            prefix, size, bookmark.isEmpty() ? bookmark : stored(ledger, bookmark)));
  }

  private byte[] creator() {
    return carrier.isEmpty()
        ? peer.getCreator()
        : SerializedIdentity.newBuilder().setMspid(carrier).build().toByteArray();
  }

  private CompositeKey key(Object given) {
    CompositeKey key = (CompositeKey) given;
    List<String> parts = new ArrayList<>(List.of(key.getObjectType()));
    parts.addAll(key.getAttributes());
    return new CompositeKey(ledger, parts);
  }

  /** The peer's results, under the keys that the ledger knows. */
  private final class Results
      implements QueryResultsIterator<KeyValue>, QueryResultsIteratorWithMetadata<KeyValue> {
    private final Iterable<KeyValue> results;

    Results(Iterable<KeyValue> results) {
      this.results = results;
    }

    @Override
    public Iterator<KeyValue> iterator() {
      int skipped = SEPARATOR.length() + ledger.length();
      return StreamSupport.stream(results.spliterator(), false)
          .<KeyValue>map(
              each -> new Found(each.getKey().substring(skipped), Bytes.of(each.getValue())))
          .iterator();
    }

    @Override
    public QueryResponseMetadata getMetadata() {
      throw new UnsupportedOperationException("the contract reads no metadata");
    }

    @Override
    public void close() {
      try {
        ((AutoCloseable) results).close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Found(String key, Bytes value) implements KeyValue {
    @Override
    public String getKey() {
      return key;
    }

    @Override
    public byte[] getValue() {
      return value.toByteArray();
    }

    @Override
    public String getStringValue() {
      return new String(getValue(), StandardCharsets.UTF_8);
    }
  }
}
