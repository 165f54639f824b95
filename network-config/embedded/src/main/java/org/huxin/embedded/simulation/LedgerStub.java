// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hyperledger.fabric.contract.ContractRuntimeException;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What chaincode sees of the network: Fabric's Java shim, with the peer's answers from a {@link
 * Simulator} in the same process. A missing key is an empty array, never null; what a peer refuses
 * is a {@link ContractRuntimeException} that says nothing, with the reason as its cause. For one
 * thread.
 */
final class LedgerStub extends InvocationStub {
  /** What the shim sends for no start key, so that composite keys are not found by accident. */
  private static final String FIRST_SIMPLE_KEY = "\u0001";

  private static final String LAST_CODE_POINT = "\udbff\udfff";

  /** A peer's default for {@code ledger.state.totalQueryLimit}. */
  private static final int QUERY_LIMIT = 100_000;

  private final Simulator simulator;
  private final Invocation invocation;
  private final String namespace;
  private final ChaincodeCaller caller;

  LedgerStub(
      Simulator simulator,
      Invocation invocation,
      String namespace,
      String mspId,
      List<ByteString> arguments,
      ChaincodeCaller caller) {
    super(invocation, mspId, arguments);
    this.simulator = simulator;
    this.invocation = invocation;
    this.namespace = namespace;
    this.caller = caller;
  }

  @Override
  public byte[] getState(String key) {
    return bytes(() -> simulator.get(namespace, key));
  }

  @Override
  public byte @Nullable [] getStateValidationParameter(String key) {
    return ask(() -> simulator.validationParameter(namespace, key))
        .map(ByteString::toByteArray)
        .orElse(null);
  }

  @Override
  public void putState(String key, byte[] value) {
    notEmpty("key", key);
    // An empty value deletes: to the peer, which gets protobuf, it is no value at all.
    Optional<ByteString> written = value(value);
    tell(() -> simulator.put(namespace, key, written));
  }

  @Override
  public void setStateValidationParameter(String key, byte[] value) {
    notEmpty("key", key);
    ByteString policy = ByteString.copyFrom(value);
    tell(() -> simulator.putValidationParameter(namespace, key, policy));
  }

  @Override
  public void delState(String key) {
    tell(() -> simulator.put(namespace, key, Optional.empty()));
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByRange(
      @Nullable String startKey, @Nullable String endKey) {
    String start = start(startKey);
    String end = end(endKey);
    CompositeKey.validateSimpleKeys(start, end);
    return range(start, end);
  }

  @Override
  public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(
      @Nullable String startKey, @Nullable String endKey, int pageSize, String bookmark) {
    String start = start(startKey);
    String end = end(endKey);
    CompositeKey.validateSimpleKeys(start, end);
    return page(start, end, pageSize, bookmark);
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String compositeKey) {
    return getStateByPartialCompositeKey(composite(compositeKey));
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(
      String objectType, String... attributes) {
    return getStateByPartialCompositeKey(new CompositeKey(objectType, attributes));
  }

  @Override
  public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(
      @Nullable CompositeKey compositeKey) {
    String start = text(compositeKey);
    return range(start, start + LAST_CODE_POINT);
  }

  @Override
  public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(
      @Nullable CompositeKey compositeKey, int pageSize, String bookmark) {
    String start = text(compositeKey);
    return page(start, start + LAST_CODE_POINT, pageSize, bookmark);
  }

  @Override
  public CompositeKey createCompositeKey(String objectType, String... attributes) {
    return new CompositeKey(objectType, attributes);
  }

  @Override
  public CompositeKey splitCompositeKey(String compositeKey) {
    return CompositeKey.parseCompositeKey(compositeKey);
  }

  @Override
  public QueryResultsIterator<KeyValue> getQueryResult(String query) {
    throw unsuccessful(simulator.refused(SimulationRefusal.QUERY_NOT_SUPPORTED));
  }

  @Override
  public QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(
      String query, int pageSize, String bookmark) {
    throw unsuccessful(simulator.refused(SimulationRefusal.QUERY_NOT_SUPPORTED));
  }

  @Override
  public QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
    return results(ask(() -> simulator.history(namespace, key)), StateKeyModification::of);
  }

  @Override
  public byte[] getPrivateData(String collection, String key) {
    notEmpty("collection", collection);
    return bytes(() -> simulator.getPrivate(namespace, collection, key));
  }

  @Override
  public byte[] getPrivateDataHash(String collection, String key) {
    notEmpty("collection", collection);
    return bytes(() -> simulator.getPrivateHash(namespace, collection, key));
  }

  @Override
  public byte @Nullable [] getPrivateDataValidationParameter(String collection, String key) {
    notEmpty("collection", collection);
    return ask(() -> simulator.privateValidationParameter(namespace, collection, key))
        .map(ByteString::toByteArray)
        .orElse(null);
  }

  @Override
  public void putPrivateData(String collection, String key, byte[] value) {
    notEmpty("key", key);
    notEmpty("collection", collection);
    Optional<ByteString> written = value(value);
    tell(() -> simulator.putPrivate(namespace, collection, key, written));
  }

  @Override
  public void setPrivateDataValidationParameter(String collection, String key, byte[] value) {
    notEmpty("key", key);
    notEmpty("collection", collection);
    ByteString policy = ByteString.copyFrom(value);
    tell(() -> simulator.putPrivateValidationParameter(namespace, collection, key, policy));
  }

  @Override
  public void delPrivateData(String collection, String key) {
    notEmpty("collection", collection);
    tell(() -> simulator.putPrivate(namespace, collection, key, Optional.empty()));
  }

  @Override
  public void purgePrivateData(String collection, String key) {
    notEmpty("collection", collection);
    tell(() -> simulator.purgePrivate(namespace, collection, key));
  }

  @Override
  public QueryResultsIterator<KeyValue> getPrivateDataByRange(
      String collection, @Nullable String startKey, @Nullable String endKey) {
    notEmpty("collection", collection);
    String start = start(startKey);
    String end = end(endKey);
    CompositeKey.validateSimpleKeys(start, end);
    return privateRange(collection, start, end);
  }

  @Override
  public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
      String collection, @Nullable String compositeKey) {
    return getPrivateDataByPartialCompositeKey(
        collection, compositeKey == null ? new CompositeKey("") : composite(compositeKey));
  }

  @Override
  public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
      String collection, @Nullable CompositeKey compositeKey) {
    String start = text(compositeKey);
    return privateRange(collection, start, start + LAST_CODE_POINT);
  }

  @Override
  public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
      String collection, String objectType, String... attributes) {
    return getPrivateDataByPartialCompositeKey(
        collection, new CompositeKey(objectType, attributes));
  }

  @Override
  public QueryResultsIterator<KeyValue> getPrivateDataQueryResult(String collection, String query) {
    notEmpty("collection", collection);
    throw unsuccessful(simulator.refused(SimulationRefusal.QUERY_NOT_SUPPORTED));
  }

  @Override
  public Chaincode.Response invokeChaincode(
      String chaincodeName, List<byte[]> args, @Nullable String channel) {
    if (channel != null && !channel.isBlank() && !channel.equals(getChannelId())) {
      throw unsuccessful(simulator.refused(SimulationRefusal.CHANNEL_NOT_FOUND));
    }
    List<ByteString> passed = args.stream().map(ByteString::copyFrom).toList();
    return ask(() -> caller.call(simulator, invocation, chaincodeName, passed));
  }

  private QueryResultsIterator<KeyValue> range(String start, String end) {
    RangeQuery query = ask(() -> simulator.range(namespace, start, end));
    return BatchedResults.of(() -> query.next().map(StateKeyValue::of), QUERY_LIMIT);
  }

  private QueryResultsIteratorWithMetadata<KeyValue> page(
      String start, String end, int pageSize, String bookmark) {
    if (pageSize == 0 && bookmark.isEmpty()) {
      // To the peer, metadata without content is no metadata: an ordinary query.
      RangeQuery query = ask(() -> simulator.range(namespace, start, end));
      return BatchedResults.of(() -> query.next().map(StateKeyValue::of), QUERY_LIMIT);
    }
    int size = pageSize > 0 ? Math.min(pageSize, QUERY_LIMIT) : QUERY_LIMIT;
    String from = bookmark.isEmpty() ? start : bookmark;
    RangeQuery query = ask(() -> simulator.page(namespace, from, end, pageSize));
    return BatchedResults.page(() -> query.next().map(StateKeyValue::of), size, query::bookmark);
  }

  private QueryResultsIterator<KeyValue> privateRange(String collection, String start, String end) {
    return results(
        ask(() -> simulator.privateRange(namespace, collection, start, end)), StateKeyValue::of);
  }

  private static <S, T> BatchedResults<T> results(Iterator<S> source, Function<S, T> mapper) {
    return BatchedResults.of(
        () -> source.hasNext() ? Optional.of(mapper.apply(source.next())) : Optional.empty(),
        QUERY_LIMIT);
  }

  private static CompositeKey composite(String compositeKey) {
    return compositeKey.startsWith(CompositeKey.NAMESPACE)
        ? CompositeKey.parseCompositeKey(compositeKey)
        : new CompositeKey(compositeKey);
  }

  private static String text(@Nullable CompositeKey compositeKey) {
    return compositeKey == null
        ? new CompositeKey(FIRST_SIMPLE_KEY).toString()
        : compositeKey.toString();
  }

  private static String start(@Nullable String key) {
    return key == null || key.isEmpty() ? FIRST_SIMPLE_KEY : key;
  }

  private static String end(@Nullable String key) {
    return key == null ? "" : key;
  }

  private static Optional<ByteString> value(byte[] value) {
    return value.length == 0 ? Optional.empty() : Optional.of(ByteString.copyFrom(value));
  }

  private static void notEmpty(String what, @Nullable String text) {
    if (text == null) {
      throw new NullPointerException(what + " cannot be null");
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be an empty string");
    }
  }

  private byte[] bytes(Supplier<Optional<ByteString>> question) {
    return ask(question).orElse(ByteString.EMPTY).toByteArray();
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (SimulationRefusedException e) {
      throw unsuccessful(e);
    }
  }

  private void tell(Runnable order) {
    try {
      order.run();
    } catch (SimulationRefusedException e) {
      throw unsuccessful(e);
    }
  }

  /** The shim's own words: what the peer answered stays in its log. */
  private RuntimeException unsuccessful(SimulationRefusedException reason) {
    return new ContractRuntimeException(
        "[%-8.8s]Unsuccessful response received.".formatted(getTxId()), reason);
  }
}
