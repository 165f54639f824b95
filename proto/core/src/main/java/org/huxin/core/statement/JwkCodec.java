// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.DecodeRefusal;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.codec.Place;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Jwk;
import org.huxin.crypto.signature.KeyRefusedException;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * The codec of a public key as a JWK: RFC 7517, exactly the required members (proto/spec/keys.md).
 */
public final class JwkCodec implements Codec<VerifyingKey> {
  /** The one instance. */
  public static final JwkCodec CODEC = new JwkCodec();

  private static final int MAX_COORDINATE = 48;

  private static final Codec<String> WORD = Codecs.text("JWK name", 16, text -> text, text -> text);
  private static final Field<Jwk, String> KTY = required("kty", WORD, Jwk::kty);
  private static final Field<Jwk, String> CRV = required("crv", WORD, Jwk::crv);
  private static final Field<Jwk, Bytes> X =
      required("x", Codecs.bytesUpTo(MAX_COORDINATE), Jwk::x);
  private static final Field<Jwk, Optional<Bytes>> Y =
      optional("y", Codecs.bytesUpTo(MAX_COORDINATE), Jwk::y);
  private static final ObjectCodec<Jwk> MEMBERS =
      ObjectCodec.of(
          members -> new Jwk(members.get(KTY), members.get(CRV), members.get(X), members.get(Y)),
          KTY,
          CRV,
          X,
          Y);

  private JwkCodec() {}

  @Override
  public JsonValue encode(VerifyingKey value) {
    return MEMBERS.encode(value.toJwk());
  }

  @Override
  public VerifyingKey decode(JsonValue json, Place at) {
    Jwk jwk = MEMBERS.decode(json, at);
    try {
      return VerifyingKey.ofJwk(jwk);
    } catch (KeyRefusedException e) {
      throw new DecodeRefusedException(
          DecodeRefusal.INCONSISTENT,
          at,
          java.util.Map.of("rule", "a key of a suite", "code", e.code().name()));
    }
  }

  @Override
  public Shape shape() {
    return MEMBERS.shape();
  }
}
