// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.Optional;
import org.huxin.core.id.KeyId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Jwk;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JwsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final KeyId KEY_ID = KeyId.parse("11150602MB9T0002XY#1");
  private static final JwsType TYPE = new JwsType("huxin-example+jws");
  private static final JsonObject PAYLOAD =
      JsonObject.builder().put("iat", 1_780_000_000L).put("name", "互信").build();

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void whatIsSignedReadsBackAndVerifies(SignatureSuite suite) {
    SigningKey key = SigningKey.generate(suite, RANDOM);
    Jws jws = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, PAYLOAD);
    VerifiedJws verified = Jws.parse(jws.text()).verify(key.publicKey());

    assertEquals(jws, verified.jws());
    assertEquals(PAYLOAD, verified.payload());
    assertEquals(key.publicKey(), verified.key());
    assertEquals(KEY_ID, verified.jws().keyId());
    assertEquals(TYPE, verified.jws().type());
    assertEquals(suite, verified.jws().suite());
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void theExampleOfThePageVerifies(SignatureSuite suite) {
    Jws jws = Jws.parse(VectorFiles.example("jws", "jws-" + suite));
    VerifyingKey key = VerifyingKey.ofPem(VectorFiles.example("keys", "spki-" + suite));

    assertEquals(
        VectorFiles.example("jws", "payload"), CanonicalJson.text(jws.verify(key).payload()));
    assertEquals(VectorFiles.example("jws", "id-" + suite), jws.statementId().toString());
  }

  @Test
  void aKindHasALongestName() {
    String longest = "huxin-" + "x".repeat(JwsType.MAX_LENGTH - "huxin-+jws".length()) + "+jws";

    assertEquals(longest, new JwsType(longest).toString());
    assertThrows(JwsRefusedException.class, () -> new JwsType("huxin-x" + longest.substring(6)));
  }

  @Test
  void aJwsOfTheLargestSizeIsLookedAtAndShowsItsNamesOnly() {
    JwsRefusedException refused =
        assertThrows(JwsRefusedException.class, () -> Jws.parse("x".repeat(Jws.MAX_LENGTH)));
    Jws jws = Jws.parse(VectorFiles.example("jws", "jws-SM"));

    assertEquals(JwsRefusal.JWS_PARTS, refused.code());
    assertEquals(
        "huxin-example+jws 11150602MB9T0002XY#1 " + VectorFiles.example("jws", "id-SM"),
        jws.toString());
    assertEquals(Jws.parse(jws.text()).hashCode(), jws.hashCode());
  }

  @Test
  void aKeyIsTrustedUnderItsNameAlone() {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    Jws jws = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, PAYLOAD);
    NamedKey other = new NamedKey(KeyId.parse("11150602MB9T0002XY#2"), key.publicKey());

    assertEquals(jws, new NamedKey(KEY_ID, key.publicKey()).verify(jws).jws());
    assertEquals(
        JwsRefusal.JWS_KEY_NAME,
        assertThrows(JwsRefusedException.class, () -> other.verify(jws)).code());
  }

  @Test
  void aStatementThatIsSignedAgainIsTheSameStatement() {
    SigningKey key = SigningKey.generate(SignatureSuite.SM, RANDOM);
    Jws one = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, PAYLOAD);
    Jws other = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, PAYLOAD);

    assertNotEquals(one, other);
    assertEquals(one.statementId(), other.statementId());
  }

  @Test
  void aPayloadBeyondTheLimitIsNeitherSignedNorRead() {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    JsonObject large =
        JsonObject.builder().put("name", "x".repeat(JsonLimits.STATEMENT.maxBytes())).build();

    assertEquals(
        JwsRefusal.JWS_TOO_LARGE,
        assertThrows(
                JwsRefusedException.class, () -> Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, large))
            .code());
    assertEquals(
        JwsRefusal.JWS_TOO_LARGE,
        assertThrows(JwsRefusedException.class, () -> Jws.parse("x".repeat(Jws.MAX_LENGTH + 1)))
            .code());
  }

  @Test
  void aPayloadThatIsTooDeepToBeReadIsNotSigned() {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    JsonObject deep = JsonObject.builder().build();
    for (int depth = 1; depth < JsonLimits.STATEMENT.maxDepth(); depth++) {
      deep = JsonObject.builder().put("n", deep).build();
    }
    JsonObject deepest = deep;
    JsonObject tooDeep = JsonObject.builder().put("n", deepest).build();
    Jws jws = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, deepest);

    assertEquals(jws, Jws.parse(jws.text()));
    assertEquals(
        JwsRefusal.JWS_PAYLOAD,
        assertThrows(
                JwsRefusedException.class,
                () -> Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, tooDeep))
            .code());
  }

  @Test
  void theLargestPayloadIsSignedAndRead() {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    JsonObject largest =
        JsonObject.builder()
            .put("n", "x".repeat(JsonLimits.STATEMENT.maxBytes() - "{'n':''}".length()))
            .build();
    Jws jws = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, largest);

    assertEquals(jws, Jws.parse(jws.text()));
  }

  @Test
  void theTextForLogsShowsNoPayload() {
    SigningKey key = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    Jws jws = Jws.sign(key.signer(RANDOM), KEY_ID, TYPE, PAYLOAD);

    assertFalse(jws.toString().contains("互信"));
    assertEquals(jws.toString(), jws.verify(key.publicKey()).toString());
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 7515 A.3 and RFC 8037 A.4: other headers, the same signatures
    "rfc7515-a3, EC, P-256, f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU,"
        + "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    "rfc8037-a4, OKP, Ed25519, 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo,"
  })
  void theSignaturesOfTheRfcsHoldBeneathTheProfile(
      String name, String kty, String crv, String x, String y) {
    String text =
        VectorFiles.of("jws").stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow()
            .text("input");
    Jwk jwk =
        new Jwk(kty, crv, Bytes.fromBase64Url(x), Optional.ofNullable(y).map(Bytes::fromBase64Url));
    VerifyingKey key = VerifyingKey.ofJwk(jwk);
    int dot = text.lastIndexOf('.');
    Bytes signature = Bytes.fromBase64Url(text.substring(dot + 1));

    key.verify(Bytes.utf8(text.substring(0, dot)), lowered(key, signature));
  }

  /** The RFC's P-256 signature may have the higher s, which this profile refuses. */
  private static Signature lowered(VerifyingKey key, Bytes value) {
    if (key.suite() != SignatureSuite.P256) {
      return new Signature(key.suite(), value);
    }
    java.math.BigInteger order =
        new java.math.BigInteger(
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    java.math.BigInteger s = new java.math.BigInteger(1, value.slice(32, 64).toByteArray());
    java.math.BigInteger low = s.min(order.subtract(s));
    String hex = low.toString(16);
    return new Signature(
        key.suite(),
        Bytes.concat(value.slice(0, 32), Bytes.fromHex("0".repeat(64 - hex.length()) + hex)));
  }
}
