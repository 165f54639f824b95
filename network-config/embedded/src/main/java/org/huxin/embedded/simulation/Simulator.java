// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.lifecycle.CollectionRules;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.KeyModificationRecord;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.Version;

/**
 * One organisation's simulation of one transaction, by the rules of Fabric's: reads come from the
 * committed state alone, never from the transaction's own writes; paginated queries and queries on
 * private data go with no write. For one thread.
 */
public final class Simulator {
  /** The name of the metadata entry that holds a key's endorsement policy. */
  static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";

  private final CommittedState state;
  private final String transactionId;
  private final String creatorMspId;
  private final ReadWriteRecorder recorder = new ReadWriteRecorder();
  private final List<RangeQuery> rangeQueries = new ArrayList<>();
  private final Set<KeyPolicy> keyPolicies = new HashSet<>();
  private final Set<CollectionName> privateReads = new HashSet<>();
  private boolean written;
  private boolean paginated;
  private boolean privateQueried;

  /**
   * A simulation.
   *
   * @param state what it reads; the caller holds the ledger's read lock to its end
   * @param invocation the transaction
   */
  public Simulator(CommittedState state, Invocation invocation) {
    this.state = state;
    this.transactionId = invocation.transactionId();
    this.creatorMspId = invocation.creatorMspId();
  }

  /**
   * A key that the transaction writes, with the endorsement policy that holds for it.
   *
   * @param namespace the chaincode
   * @param collection empty for public state
   * @param policy the key's own policy, or empty where the chaincode's or collection's holds
   */
  public record KeyPolicy(String namespace, String collection, Optional<ByteString> policy) {}

  /**
   * A collection.
   *
   * @param namespace the chaincode
   * @param collection its name
   */
  public record CollectionName(String namespace, String collection) {}

  /**
   * The definition of a chaincode that is called. Reads its sequence, so that an upgrade
   * invalidates the transaction.
   */
  Optional<ChaincodeDefinition> definition(String name) {
    read(ChaincodeDefinitions.NAMESPACE, ChaincodeDefinitions.sequenceKey(name));
    return ChaincodeDefinitions.find(state, name);
  }

  Optional<ByteString> get(String namespace, String key) {
    return read(namespace, key).map(StateEntry::value);
  }

  Optional<ByteString> validationParameter(String namespace, String key) {
    return read(namespace, key).map(entry -> entry.metadata().get(VALIDATION_PARAMETER));
  }

  void put(String namespace, String key, Optional<ByteString> value) {
    beforeWrite(key);
    recorder.write(namespace, key, value);
    noteKeyPolicy(namespace, "", state.get(namespace, key));
  }

  void putValidationParameter(String namespace, String key, ByteString policy) {
    beforeWrite(key);
    recorder.writeMetadata(namespace, key, Map.of(VALIDATION_PARAMETER, policy));
    noteKeyPolicy(namespace, "", state.get(namespace, key));
  }

  /** The results of a range query; what is taken from them is what the transaction has read. */
  RangeQuery range(String namespace, String start, String end) {
    RangeQuery query = new RangeQuery(namespace, start, end, state.range(namespace, start, end), 0);
    rangeQueries.add(query);
    return query;
  }

  RangeQuery page(String namespace, String start, String end, int pageSize) {
    if (written) {
      throw refused(SimulationRefusal.PAGINATED_QUERY_AND_WRITE);
    }
    paginated = true;
    RangeQuery query =
        new RangeQuery(namespace, start, end, state.range(namespace, start, end), pageSize);
    rangeQueries.add(query);
    return query;
  }

  Iterator<KeyModificationRecord> history(String namespace, String key) {
    return state.history(namespace, key);
  }

  Optional<ByteString> getPrivate(String namespace, String collection, String key) {
    mayRead(namespace, collection);
    Optional<Version> hashed =
        state
            .hashed(namespace, collection, ReadWriteRecorder.keyHash(key))
            .map(StateEntry::version);
    Optional<StateEntry> plain =
        state
            .privateValue(namespace, collection, key)
            .filter(entry -> Optional.of(entry.version()).equals(hashed));
    if (plain.isEmpty() && hashed.isPresent()) {
      throw refused(SimulationRefusal.PRIVATE_DATA_NOT_AVAILABLE);
    }
    recorder.readHash(namespace, collection, key, hashed);
    privateReads.add(new CollectionName(namespace, collection));
    return plain.map(StateEntry::value);
  }

  /** The hash of a private value; every organisation may ask. */
  Optional<ByteString> getPrivateHash(String namespace, String collection, String key) {
    return readHashed(namespace, collection, key).map(StateEntry::value);
  }

  Optional<ByteString> privateValidationParameter(String namespace, String collection, String key) {
    mayRead(namespace, collection);
    return readHashed(namespace, collection, key)
        .map(entry -> entry.metadata().get(VALIDATION_PARAMETER));
  }

  void putPrivate(String namespace, String collection, String key, Optional<ByteString> value) {
    beforePrivateWrite(namespace, collection, key);
    recorder.writePrivate(namespace, collection, key, value, false);
  }

  void purgePrivate(String namespace, String collection, String key) {
    beforePrivateWrite(namespace, collection, key);
    recorder.writePrivate(namespace, collection, key, Optional.empty(), true);
  }

  void putPrivateValidationParameter(
      String namespace, String collection, String key, ByteString policy) {
    beforePrivateWrite(namespace, collection, key);
    recorder.writePrivateMetadata(namespace, collection, key, Map.of(VALIDATION_PARAMETER, policy));
  }

  Iterator<KeyedEntry> privateRange(String namespace, String collection, String start, String end) {
    mayRead(namespace, collection);
    if (written) {
      throw refused(SimulationRefusal.PRIVATE_QUERY_AND_WRITE);
    }
    privateQueried = true;
    return state.privateRange(namespace, collection, start, end);
  }

  /** Ends the simulation. To be called once. */
  public SimulationResults results() {
    for (RangeQuery query : rangeQueries) {
      recorder.rangeQuery(query.namespace(), query.describe());
    }
    return new SimulationResults(
        recorder.results(), recorder.privateResults(), keyPolicies, privateReads);
  }

  String transactionId() {
    return transactionId;
  }

  private Optional<StateEntry> read(String namespace, String key) {
    Optional<StateEntry> entry = state.get(namespace, key);
    recorder.read(namespace, key, entry.map(StateEntry::version));
    return entry;
  }

  private Optional<StateEntry> readHashed(String namespace, String collection, String key) {
    rules(namespace, collection);
    Optional<StateEntry> entry =
        state.hashed(namespace, collection, ReadWriteRecorder.keyHash(key));
    recorder.readHash(namespace, collection, key, entry.map(StateEntry::version));
    return entry;
  }

  private void beforeWrite(String key) {
    if (privateQueried) {
      throw refused(SimulationRefusal.PRIVATE_QUERY_AND_WRITE);
    }
    if (paginated) {
      throw refused(SimulationRefusal.PAGINATED_QUERY_AND_WRITE);
    }
    if (key.isEmpty() || !ByteString.copyFromUtf8(key).toStringUtf8().equals(key)) {
      throw refused(SimulationRefusal.KEY_NOT_VALID);
    }
    written = true;
  }

  private void beforePrivateWrite(String namespace, String collection, String key) {
    CollectionRules rules = rules(namespace, collection);
    if (rules.memberOnlyWrite() && !rules.members().contains(creatorMspId)) {
      throw refused(SimulationRefusal.CREATOR_MAY_NOT_WRITE);
    }
    beforeWrite(key);
    noteKeyPolicy(
        namespace, collection, state.hashed(namespace, collection, ReadWriteRecorder.keyHash(key)));
  }

  private void mayRead(String namespace, String collection) {
    CollectionRules rules = rules(namespace, collection);
    if (rules.memberOnlyRead() && !rules.members().contains(creatorMspId)) {
      throw refused(SimulationRefusal.CREATOR_MAY_NOT_READ);
    }
  }

  private CollectionRules rules(String namespace, String collection) {
    return ChaincodeDefinitions.find(state, namespace)
        .flatMap(definition -> CollectionRules.find(definition, collection))
        .orElseThrow(() -> refused(SimulationRefusal.COLLECTION_NOT_DEFINED));
  }

  private void noteKeyPolicy(String namespace, String collection, Optional<StateEntry> old) {
    keyPolicies.add(
        new KeyPolicy(
            namespace, collection, old.map(entry -> entry.metadata().get(VALIDATION_PARAMETER))));
  }

  SimulationRefusedException refused(SimulationRefusal code) {
    return new SimulationRefusedException(code, Map.of("transaction", transactionId));
  }
}
