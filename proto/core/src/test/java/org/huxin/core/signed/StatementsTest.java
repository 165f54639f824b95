// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huxin.core.codec.Shape;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsType;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StatementsTest {
  private static final LedgerId LEDGER = LedgerId.parse(StatementSamples.LEDGER);
  private static final SigningKey KEY =
      SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-ED25519"));

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationsStatementReadsBack(Operation operation) {
    JsonObject payload = StatementSamples.payload(operation);
    StatementPayload read = StatementPayload.read(operation, payload, LEDGER);

    assertEquals(operation, read.statement().operation());
    assertEquals(payload, read.toJson());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationHasItsVector(Operation operation) throws IOException {
    Path file =
        Path.of(System.getProperty("huxin.root", "../.."))
            .resolve("proto/vectors/statement/" + operation.label() + ".json");
    Jws jws = sign(operation, StatementSamples.payload(operation));
    String expected =
        String.join(
            "\n",
            "{",
            "  \"description\": \"The smallest statement of this operation\",",
            "  \"ledger\": \"" + StatementSamples.LEDGER + "\",",
            "  \"operation\": \"" + operation.label() + "\",",
            "  \"payload\": " + quoted(CanonicalJson.text(jws.payload())) + ",",
            "  \"input\": \"" + jws.text() + "\",",
            "  \"statementId\": \"" + jws.statementId() + "\",",
            "  \"expect\": \"ok\"",
            "}",
            "");
    if (Boolean.getBoolean("huxin.write-vectors")) {
      Files.writeString(file, expected, StandardCharsets.UTF_8);
    }
    assertEquals(expected, Files.readString(file, StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    return CanonicalJson.text(new JsonString(text));
  }

  private static Jws sign(Operation operation, JsonObject payload) {
    return Jws.sign(
        KEY.signer(new SecureRandom()),
        StatementSamples.keyId(operation),
        operation.type(),
        payload);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aMemberTooManyIsRefused(Operation operation) {
    JsonObject payload = with(StatementSamples.payload(operation), "zz", new JsonInteger(1));

    assertRefused(StatementRefusal.STATEMENT_MALFORMED, operation, payload);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyRequiredMemberIsRequired(Operation operation) {
    JsonObject payload = StatementSamples.payload(operation);
    Set<String> required = new TreeSet<>(Set.of("ledger", "iat"));
    for (Shape.Member field : StatementCodecs.of(operation).codec().shape().fields()) {
      if (field.required()) {
        required.add(field.name());
      }
    }
    for (String name : required) {
      TreeMap<String, JsonValue> members = new TreeMap<>(payload.members());
      members.remove(name);
      assertRefused(StatementRefusal.STATEMENT_MALFORMED, operation, new JsonObject(members));
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anotherLedgersStatementIsRefused(Operation operation) {
    JsonObject payload =
        with(
            StatementSamples.payload(operation),
            "ledger",
            new JsonString("sha256:" + "f".repeat(64)));

    assertRefused(StatementRefusal.WRONG_LEDGER, operation, payload);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aVersionIsNamedExactlyWhereOneIsReplaced(Operation operation) {
    JsonObject payload = StatementSamples.payload(operation);
    switch (operation.replaces()) {
      case YES -> {
        TreeMap<String, JsonValue> members = new TreeMap<>(payload.members());
        members.remove("replaces");
        assertRefused(StatementRefusal.REPLACES_MISSING, operation, new JsonObject(members));
      }
      case MAYBE -> {
        JsonObject named = with(payload, "replaces", new JsonInteger(1));
        assertEquals(named, StatementPayload.read(operation, named, LEDGER).toJson());
      }
      case NO, NEVER, EACH ->
          assertRefused(
              StatementRefusal.REPLACES_UNEXPECTED,
              operation,
              with(payload, "replaces", new JsonInteger(1)));
    }
  }

  @Test
  void noStatementHasAMemberOfTheHead() {
    Set<String> head = Set.of("ledger", "iat", "replaces");
    for (StatementCodecs.Entry<?> entry : StatementCodecs.all()) {
      for (Shape.Member field : entry.codec().shape().fields()) {
        assertTrue(!head.contains(field.name()), entry.operation() + "." + field.name());
      }
    }
  }

  @Test
  void theTableHoldsEveryOperationOnce() {
    assertEquals(
        List.of(Operation.values()),
        StatementCodecs.all().stream().map(StatementCodecs.Entry::operation).toList());
  }

  @Test
  void everyKindOfJwsIsThatOfOneThing() {
    Set<JwsType> types = new HashSet<>();
    for (Operation operation : Operation.values()) {
      assertTrue(types.add(operation.type()));
      assertEquals(operation, Operation.ofType(operation.type()).orElseThrow());
    }
    for (FactKind kind : FactKind.values()) {
      assertTrue(types.add(kind.type()));
      assertTrue(Operation.ofType(kind.type()).isEmpty());
    }
  }

  @Test
  void aSignedStatementReadsBackFromItsJws() {
    Operation operation = Operation.OPEN_USE_SCOPE;
    StatementPayload payload =
        StatementPayload.read(operation, StatementSamples.payload(operation), LEDGER);
    SignedStatement signed =
        SignedStatement.sign(
            KEY.signer(new SecureRandom()),
            StatementSamples.AUTHORITY,
            payload.head(),
            payload.statement());
    SignedStatement read = SignedStatement.read(Jws.parse(signed.jws().text()), LEDGER);

    assertEquals(payload.statement(), read.statement());
    assertEquals(payload.head(), read.head());
    assertEquals(signed.id(), read.id());
    assertEquals(signed.toString(), read.toString());
  }

  @Test
  void aHolderDoesNotSignForAnAuthority() {
    JsonObject payload = StatementSamples.payload(Operation.OPEN_USE_SCOPE);
    Jws jws =
        Jws.sign(
            KEY.signer(new SecureRandom()),
            StatementSamples.HOLDER,
            Operation.OPEN_USE_SCOPE.type(),
            payload);

    assertEquals(
        StatementRefusal.STATEMENT_SIGNATORY,
        assertThrows(StatementRefusedException.class, () -> SignedStatement.read(jws, LEDGER))
            .code());
  }

  @Test
  void aKindThatAsksForNoOperationIsRefused() {
    Jws jws =
        Jws.sign(
            KEY.signer(new SecureRandom()),
            StatementSamples.AUTHORITY,
            FactKind.RECEIPT.type(),
            StatementSamples.payload(Operation.OPEN_USE_SCOPE));

    assertEquals(
        StatementRefusal.STATEMENT_TYPE,
        assertThrows(StatementRefusedException.class, () -> SignedStatement.read(jws, LEDGER))
            .code());
  }

  @Test
  void aPayloadUnderAnotherOperationsKindIsRefused() {
    Jws jws = sign(Operation.CLOSE_USE_SCOPE, StatementSamples.payload(Operation.OPEN_USE_SCOPE));

    assertEquals(
        StatementRefusal.STATEMENT_MALFORMED,
        assertThrows(StatementRefusedException.class, () -> SignedStatement.read(jws, LEDGER))
            .code());
  }

  @Test
  void governorsSignTogether() {
    JsonObject payload = StatementSamples.payload(Operation.REMOVE_CITY);
    List<Jws> signatures = joint(payload, "11150600MB9T00011A#1", "11150200MB9T00126U#1");
    JointStatement joint = JointStatement.read(signatures, LEDGER);
    List<Jws> reversed = new ArrayList<>(signatures);
    java.util.Collections.reverse(reversed);

    assertEquals(Operation.REMOVE_CITY, joint.statement().operation());
    assertEquals(2, joint.signatures().size());
    assertEquals(3, joint.head().replaces().orElseThrow());
    assertEquals(joint.id(), JointStatement.read(reversed, LEDGER).id());
    assertEquals(joint.id(), JointStatement.read(signatures.subList(0, 1), LEDGER).id());
    assertEquals(VectorFiles.example("statement", "joint-id"), joint.id().toString());
  }

  @Test
  void jointSignaturesAreOfDifferentAuthoritiesOverOnePayload() {
    JsonObject payload = StatementSamples.payload(Operation.REMOVE_CITY);
    JsonObject other = with(payload, "iat", new JsonInteger(1_780_000_001L));
    List<Jws> mixed = new ArrayList<>(joint(payload, "11150600MB9T00011A#1"));
    mixed.addAll(joint(other, "11150200MB9T00126U#1"));

    assertJointRefused(StatementRefusal.JOINT_NOT_ONE_STATEMENT, List.of());
    assertJointRefused(StatementRefusal.JOINT_NOT_ONE_STATEMENT, mixed);
    assertJointRefused(
        StatementRefusal.JOINT_NOT_ONE_STATEMENT,
        joint(payload, "11150600MB9T00011A#1", "11150600MB9T00011A#2"));
    assertJointRefused(
        StatementRefusal.JOINT_NOT_ONE_STATEMENT,
        java.util.Collections.nCopies(
            JointStatement.MAX_SIGNATURES + 1, joint(payload, "11150600MB9T00011A#1").get(0)));
    assertJointRefused(
        StatementRefusal.STATEMENT_SIGNATORY, joint(payload, StatementSamples.HOLDER.toString()));
    assertJointRefused(
        StatementRefusal.STATEMENT_TYPE,
        List.of(
            sign(Operation.OPEN_USE_SCOPE, StatementSamples.payload(Operation.OPEN_USE_SCOPE))));
  }

  @Test
  void aJointStatementIsNotSignedByOne() {
    Jws jws = joint(StatementSamples.payload(Operation.REMOVE_CITY), "11150600MB9T00011A#1").get(0);

    assertEquals(
        StatementRefusal.STATEMENT_TYPE,
        assertThrows(StatementRefusedException.class, () -> SignedStatement.read(jws, LEDGER))
            .code());
  }

  @Test
  void everyRefusalIsTestedHere() {
    assertEquals(
        EnumSet.allOf(StatementRefusal.class),
        EnumSet.of(
            StatementRefusal.STATEMENT_TYPE,
            StatementRefusal.STATEMENT_MALFORMED,
            StatementRefusal.WRONG_LEDGER,
            StatementRefusal.REPLACES_MISSING,
            StatementRefusal.REPLACES_UNEXPECTED,
            StatementRefusal.STATEMENT_SIGNATORY,
            StatementRefusal.JOINT_NOT_ONE_STATEMENT));
  }

  private static List<Jws> joint(JsonObject payload, String... keyIds) {
    List<Jws> signatures = new ArrayList<>();
    for (String keyId : keyIds) {
      signatures.add(
          Jws.sign(
              KEY.signer(new SecureRandom()),
              org.huxin.core.id.KeyId.parse(keyId),
              Operation.REMOVE_CITY.type(),
              payload));
    }
    return signatures;
  }

  private static void assertJointRefused(StatementRefusal code, List<Jws> signatures) {
    assertEquals(
        code,
        assertThrows(StatementRefusedException.class, () -> JointStatement.read(signatures, LEDGER))
            .code());
  }

  private static void assertRefused(
      StatementRefusal code, Operation operation, JsonObject payload) {
    assertEquals(
        code,
        assertThrows(
                StatementRefusedException.class,
                () -> StatementPayload.read(operation, payload, LEDGER))
            .code());
  }

  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    TreeMap<String, JsonValue> members = new TreeMap<>(object.members());
    members.put(name, value);
    return new JsonObject(members);
  }
}
