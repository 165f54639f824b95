// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import java.util.Map;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureRefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A JWS of the profile (proto/spec/jws.md): well formed, but signed by nobody knows whom until
 * {@link #verify} has seen the key. Immutable; equal by its whole text.
 */
public final class Jws {
  /** Room for a payload of the largest size in base64url, a header and a signature. */
  public static final int MAX_LENGTH = JsonLimits.STATEMENT.maxBytes() / 3 * 4 + 1024;

  private static final int MAX_HEADER = 512;

  private record Header(String alg, String kid, String typ) {
    private static final Codec<String> TEXT = Codecs.text("text", 128, text -> text, text -> text);
    private static final Field<Header, String> ALG = Field.required("alg", TEXT, Header::alg);
    private static final Field<Header, String> KID = Field.required("kid", TEXT, Header::kid);
    private static final Field<Header, String> TYP = Field.required("typ", TEXT, Header::typ);
    private static final ObjectCodec<Header> CODEC =
        ObjectCodec.of(
            members -> new Header(members.get(ALG), members.get(KID), members.get(TYP)),
            ALG,
            KID,
            TYP);
  }

  private final KeyId keyId;
  private final JwsType type;
  private final JsonObject payload;
  private final String signingInput;
  private final Signature signature;

  private Jws(
      KeyId keyId, JwsType type, JsonObject payload, String signingInput, Signature signature) {
    this.keyId = keyId;
    this.type = type;
    this.payload = payload;
    this.signingInput = signingInput;
    this.signature = signature;
  }

  /**
   * Signs a payload.
   *
   * @throws JwsRefusedException if the payload is beyond the limits
   * @throws org.huxin.crypto.signature.SigningFailedException if the key's holder does not sign
   */
  public static Jws sign(Signer signer, KeyId keyId, JwsType type, JsonObject payload) {
    SignatureSuite suite = signer.publicKey().suite();
    Header header = new Header(suite.joseAlgorithm(), keyId.toString(), type.text());
    Bytes body = CanonicalJson.encode(payload);
    if (body.length() > JsonLimits.STATEMENT.maxBytes()) {
      throw tooLarge(body.length(), JsonLimits.STATEMENT.maxBytes());
    }
    // What nobody could read is not signed: the depth shows only in the reading.
    JsonObject readable = payload(body);
    String input = Header.CODEC.toBytes(header).base64Url() + "." + body.base64Url();
    return new Jws(keyId, type, readable, input, signer.sign(Bytes.utf8(input)));
  }

  /**
   * Reads the compact form.
   *
   * @throws JwsRefusedException if the text is not one of the profile
   */
  public static Jws parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw tooLarge(text.length(), MAX_LENGTH);
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new JwsRefusedException(
          JwsRefusal.JWS_PARTS, Map.of("parts", Integer.toString(parts.length)));
    }
    Header header = header(decode(parts[0], "header"));
    SignatureSuite suite =
        SignatureSuite.ofJoseAlgorithm(header.alg())
            .orElseThrow(() -> JwsRefusedException.of(JwsRefusal.JWS_ALGORITHM));
    KeyId keyId = keyId(header.kid());
    JwsType type = new JwsType(header.typ());
    JsonObject payload = payload(decode(parts[1], "payload"));
    Signature signature = signature(suite, decode(parts[2], "signature"));
    return new Jws(keyId, type, payload, parts[0] + "." + parts[1], signature);
  }

  private static Bytes decode(String part, String name) {
    try {
      return Bytes.fromBase64Url(part);
    } catch (IllegalArgumentException e) {
      throw new JwsRefusedException(JwsRefusal.JWS_BASE64, Map.of("part", name));
    }
  }

  private static Header header(Bytes bytes) {
    try {
      return Header.CODEC.fromBytes(bytes, new JsonLimits(MAX_HEADER, 1));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw JwsRefusedException.because(JwsRefusal.JWS_HEADER, e);
    }
  }

  private static KeyId keyId(String text) {
    try {
      return KeyId.parse(text);
    } catch (IdentifierRefusedException e) {
      throw JwsRefusedException.because(JwsRefusal.JWS_KEY_ID, e);
    }
  }

  private static JsonObject payload(Bytes bytes) {
    try {
      if (CanonicalJson.decode(bytes, JsonLimits.STATEMENT) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonRefusedException e) {
      throw JwsRefusedException.because(JwsRefusal.JWS_PAYLOAD, e);
    }
    throw JwsRefusedException.of(JwsRefusal.JWS_PAYLOAD);
  }

  private static Signature signature(SignatureSuite suite, Bytes value) {
    try {
      return new Signature(suite, value);
    } catch (SignatureRefusedException e) {
      throw JwsRefusedException.because(JwsRefusal.JWS_SIGNATURE_FORM, e);
    }
  }

  private static JwsRefusedException tooLarge(int size, int limit) {
    return new JwsRefusedException(
        JwsRefusal.JWS_TOO_LARGE,
        Map.of("size", Integer.toString(size), "limit", Integer.toString(limit)));
  }

  /** The suite that {@code alg} names. */
  public SignatureSuite suite() {
    return signature.suite();
  }

  /** Whose key is said to have signed. */
  public KeyId keyId() {
    return keyId;
  }

  /** What kind of thing is said. */
  public JwsType type() {
    return type;
  }

  /** What is said. */
  public JsonObject payload() {
    return payload;
  }

  /** The name of what is said: SHA-256 of the signing input, whoever signed it and how often. */
  public StatementId statementId() {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(signingInput)));
  }

  /** The compact form. */
  public String text() {
    return signingInput + "." + signature.value().base64Url();
  }

  /**
   * Checks that a key signed this.
   *
   * @return this JWS, now known to be signed by the key
   * @throws JwsRefusedException if the key is of another suite, or did not sign this
   */
  public VerifiedJws verify(VerifyingKey key) {
    if (key.suite() != suite()) {
      throw JwsRefusedException.of(JwsRefusal.JWS_KEY_SUITE);
    }
    try {
      key.verify(Bytes.utf8(signingInput), signature);
    } catch (SignatureRefusedException e) {
      throw JwsRefusedException.of(JwsRefusal.JWS_NOT_SIGNED_BY_KEY);
    }
    return new VerifiedJws(this, key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Jws that
        && signingInput.equals(that.signingInput)
        && signature.equals(that.signature);
  }

  @Override
  public int hashCode() {
    return signingInput.hashCode();
  }

  /** Type, key id and statement id; not the payload, which may hold personal data. */
  @Override
  public String toString() {
    return type + " " + keyId + " " + statementId();
  }
}
