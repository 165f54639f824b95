// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.KeyedEntry;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/**
 * Chaincode definitions as the namespace {@code _lifecycle} holds them: for each name its metadata
 * and the fields Sequence, EndorsementInfo, ValidationInfo and Collections. Stateless.
 */
public final class ChaincodeDefinitions {
  /** The namespace of Fabric's own chaincode for definitions. */
  public static final String NAMESPACE = "_lifecycle";

  private static final String METADATA = "namespaces/metadata/";
  private static final String FIELDS = "namespaces/fields/";
  private static final String SEQUENCE = "Sequence";
  private static final String ENDORSEMENT = "EndorsementInfo";
  private static final String VALIDATION = "ValidationInfo";
  private static final String COLLECTIONS = "Collections";

  private ChaincodeDefinitions() {}

  /** The key of a definition's sequence, which every transaction of that chaincode reads. */
  public static String sequenceKey(String name) {
    return field(name, SEQUENCE);
  }

  /** The key that says that a name is defined. */
  public static String metadataKey(String name) {
    return METADATA + name;
  }

  /** The definition in force, or empty if there is none of that name. */
  public static Optional<ChaincodeDefinition> find(CommittedState state, String name) {
    if (name.isEmpty() || state.get(NAMESPACE, METADATA + name).isEmpty()) {
      return Optional.empty();
    }
    try {
      ChaincodeEndorsementInfo endorsement =
          ChaincodeEndorsementInfo.parseFrom(data(state, name, ENDORSEMENT).getBytes());
      ChaincodeValidationInfo validation =
          ChaincodeValidationInfo.parseFrom(data(state, name, VALIDATION).getBytes());
      return Optional.of(
          new ChaincodeDefinition(
              name,
              data(state, name, SEQUENCE).getInt64(),
              endorsement.getVersion(),
              ApplicationPolicy.parseFrom(validation.getValidationParameter()),
              CollectionConfigPackage.parseFrom(data(state, name, COLLECTIONS).getBytes())));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a definition on the ledger cannot be read", e);
    }
  }

  /** All definitions in force, in the order of their names. */
  public static List<ChaincodeDefinition> all(CommittedState state) {
    List<ChaincodeDefinition> definitions = new ArrayList<>();
    Iterator<KeyedEntry> entries = state.range(NAMESPACE, METADATA, METADATA + "\u007f");
    while (entries.hasNext()) {
      find(state, entries.next().key().substring(METADATA.length())).ifPresent(definitions::add);
    }
    return definitions;
  }

  /** What a definition's commit writes into the namespace, by key. */
  public static Map<String, ByteString> fields(ChaincodeDefinition definition) {
    String name = definition.name();
    Map<String, ByteString> fields = new LinkedHashMap<>();
    fields.put(
        METADATA + name,
        StateMetadata.newBuilder()
            .setDatatype("ChaincodeDefinition")
            .addAllFields(List.of(SEQUENCE, ENDORSEMENT, VALIDATION, COLLECTIONS))
            .build()
            .toByteString());
    fields.put(
        field(name, SEQUENCE),
        StateData.newBuilder().setInt64(definition.sequence()).build().toByteString());
    fields.put(
        field(name, ENDORSEMENT),
        bytes(
            ChaincodeEndorsementInfo.newBuilder()
                .setVersion(definition.version())
                .setEndorsementPlugin("escc")
                .build()
                .toByteString()));
    fields.put(
        field(name, VALIDATION),
        bytes(
            ChaincodeValidationInfo.newBuilder()
                .setValidationPlugin("vscc")
                .setValidationParameter(definition.policy().toByteString())
                .build()
                .toByteString()));
    fields.put(field(name, COLLECTIONS), bytes(definition.collections().toByteString()));
    return fields;
  }

  private static String field(String name, String field) {
    return FIELDS + name + "/" + field;
  }

  private static ByteString bytes(ByteString value) {
    return StateData.newBuilder().setBytes(value).build().toByteString();
  }

  private static StateData data(CommittedState state, String name, String field)
      throws InvalidProtocolBufferException {
    return StateData.parseFrom(
        state
            .get(NAMESPACE, field(name, field))
            .orElseThrow(() -> new IllegalStateException("a definition lacks " + field))
            .value());
  }
}
