// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.system;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsResult;

/** The queries of {@code _lifecycle}. Every member has approved what the network defines. */
record DefinitionQueries(Ledger ledger, String mspId) {

  Response answer(List<ByteString> arguments) {
    if (arguments.isEmpty()) {
      return LedgerQueries.error("_lifecycle scc must be invoked with arguments");
    }
    if (arguments.size() != 2) {
      return LedgerQueries.error(
          "failed to invoke backing implementation of '%s': received %d arguments but expected 2"
              .formatted(arguments.get(0).toStringUtf8(), arguments.size()));
    }
    return switch (arguments.get(0).toStringUtf8()) {
      case "QueryChaincodeDefinition" -> one(arguments.get(1));
      case "QueryChaincodeDefinitions" -> all();
      default ->
          LedgerQueries.error("_lifecycle scc has no function " + arguments.get(0).toStringUtf8());
    };
  }

  private Response one(ByteString argument) {
    try {
      String name = QueryChaincodeDefinitionArgs.parseFrom(argument).getName();
      return ledger.read(
          mspId,
          state ->
              ChaincodeDefinitions.find(state, name)
                  .map(definition -> LedgerQueries.success(result(definition)))
                  .orElseGet(
                      () ->
                          LedgerQueries.error(
                              "failed to invoke backing implementation of 'QueryChaincodeDefinition': namespace %s is not defined"
                                  .formatted(name))));
    } catch (InvalidProtocolBufferException e) {
      return LedgerQueries.error(
          "failed to decode input arg to QueryChaincodeDefinition: " + e.getMessage());
    }
  }

  private Response all() {
    QueryChaincodeDefinitionsResult.Builder all = QueryChaincodeDefinitionsResult.newBuilder();
    List<ChaincodeDefinition> definitions = ledger.read(mspId, ChaincodeDefinitions::all);
    for (ChaincodeDefinition definition : definitions) {
      all.addChaincodeDefinitions(
          QueryChaincodeDefinitionsResult.ChaincodeDefinition.newBuilder()
              .setName(definition.name())
              .setSequence(definition.sequence())
              .setVersion(definition.version())
              .setEndorsementPlugin("escc")
              .setValidationPlugin("vscc")
              .setValidationParameter(definition.policy().toByteString())
              .setCollections(definition.collections()));
    }
    return LedgerQueries.success(all.build());
  }

  private QueryChaincodeDefinitionResult result(ChaincodeDefinition definition) {
    QueryChaincodeDefinitionResult.Builder result =
        QueryChaincodeDefinitionResult.newBuilder()
            .setSequence(definition.sequence())
            .setVersion(definition.version())
            .setEndorsementPlugin("escc")
            .setValidationPlugin("vscc")
            .setValidationParameter(definition.policy().toByteString())
            .setCollections(definition.collections());
    ChannelConfiguration.of(ledger.block(ledger.lastConfig()).block())
        .members()
        .forEach(member -> result.putApprovals(member, true));
    return result.build();
  }
}
