// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode;

import java.util.ArrayList;
import java.util.List;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.OperationTable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;

/** What Fabric's tools ask a contract about itself, from the operation table. */
final class ContractMetadata {
  /** The call with which they ask. */
  static final String FUNCTION = "org.hyperledger.fabric:GetMetadata";

  private static final String SCHEMA =
      "https://hyperledger.github.io/fabric-chaincode-node/main/api/contract-schema.json";

  private static final String NAME = "huxin";

  private ContractMetadata() {}

  /** The description, of Fabric's schema, as canonical JSON. */
  static Bytes of(OperationTable table) {
    List<JsonValue> transactions = new ArrayList<>();
    for (LedgerOperation operation : table.all()) {
      List<JsonValue> parameters = new ArrayList<>();
      for (String argument : operation.arguments()) {
        parameters.add(
            JsonObject.builder()
                .put("name", argument)
                .put("schema", JsonObject.builder().put("type", "string").build())
                .build());
      }
      transactions.add(
          JsonObject.builder()
              .put("name", operation.name())
              .put(
                  "tag",
                  new JsonArray(
                      List.of(new JsonString(operation.isQuery() ? "evaluate" : "submit"))))
              .put("parameters", new JsonArray(parameters))
              .put("returns", JsonObject.builder().put("type", "string").build())
              .build());
    }
    JsonObject contract =
        JsonObject.builder()
            .put("name", NAME)
            .put(
                "contractInstance",
                JsonObject.builder().put("name", NAME).put("default", true).build())
            .put("transactions", new JsonArray(transactions))
            .build();
    return CanonicalJson.encode(
        JsonObject.builder()
            .put("$schema", SCHEMA)
            .put("contracts", JsonObject.builder().put(NAME, contract).build())
            .put(
                "components",
                JsonObject.builder().put("schemas", JsonObject.builder().build()).build())
            .build());
  }
}
