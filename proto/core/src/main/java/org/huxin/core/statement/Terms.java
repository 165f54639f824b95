// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePublicKey;
import org.huxin.crypto.signature.VerifyingKey;

/** The codecs of the identifiers and keys that statements name. */
public final class Terms {
  /** A digest with its algorithm has 7 + 64 characters at most. */
  private static final int DIGEST_LENGTH = 71;

  /** The SubjectPublicKeyInfo of every suite is beneath this, in base64url. */
  private static final int KEY_LENGTH = 128;

  /** A JWS inside a statement says a single fact about a key or a seal. */
  private static final int INNER_JWS_LENGTH = 2048;

  /** 统一社会信用代码. */
  public static final Codec<Uscc> USCC =
      Codecs.text("credit code", Uscc.LENGTH, Uscc::parse, Uscc::toString);

  /** 行政区划代码. */
  public static final Codec<DivisionCode> DIVISION =
      Codecs.text("division", DivisionCode.LENGTH, DivisionCode::parse, DivisionCode::toString);

  /** 证照类型代码. */
  public static final Codec<LicenceTypeCode> LICENCE_TYPE =
      Codecs.text(
          "licence type",
          LicenceTypeCode.LENGTH,
          LicenceTypeCode::parse,
          LicenceTypeCode::toString);

  /** 事项实施编码. */
  public static final Codec<ServiceItemCode> SERVICE_ITEM =
      Codecs.text(
          "service item",
          ServiceItemCode.LENGTH,
          ServiceItemCode::parse,
          ServiceItemCode::toString);

  /** The name of a licence on the ledger. */
  public static final Codec<AnchorKey> ANCHOR_KEY =
      Codecs.text("anchor key", DIGEST_LENGTH, AnchorKey::parse, AnchorKey::toString);

  /** The name of a seal on the ledger. */
  public static final Codec<SealKey> SEAL_KEY =
      Codecs.text("seal key", DIGEST_LENGTH, SealKey::parse, SealKey::toString);

  /** The name of a statement, and of what it created. */
  public static final Codec<StatementId> STATEMENT_ID =
      Codecs.text("statement id", DIGEST_LENGTH, StatementId::parse, StatementId::toString);

  /** The root of trust. */
  public static final Codec<LedgerId> LEDGER_ID =
      Codecs.text("ledger id", DIGEST_LENGTH, LedgerId::parse, LedgerId::toString);

  /** The name of a holder's key. */
  public static final Codec<Thumbprint> THUMBPRINT =
      Codecs.text("thumbprint", Thumbprint.LENGTH, Thumbprint::parse, Thumbprint::toString);

  /** Whose key signed. */
  public static final Codec<KeyId> KEY_ID =
      Codecs.text("key id", KeyId.MAX_LENGTH, KeyId::parse, KeyId::toString);

  /** The name of an organisation in Fabric. */
  public static final Codec<MspId> MSP_ID =
      Codecs.text("MSP id", MspId.MAX_LENGTH, MspId::parse, MspId::toString);

  /** A public key of a suite: its SubjectPublicKeyInfo in base64url. */
  public static final Codec<VerifyingKey> PUBLIC_KEY =
      Codecs.text(
          "public key",
          KEY_LENGTH,
          text -> VerifyingKey.ofSpki(Bytes.fromBase64Url(text)),
          key -> key.toSpki().base64Url());

  /** A key that usages are sealed to: 65 bytes in base64url. */
  public static final Codec<HpkePublicKey> TRAIL_KEY =
      Codecs.text(
          "trail key",
          KEY_LENGTH,
          text -> new HpkePublicKey(Bytes.fromBase64Url(text)),
          key -> key.point().base64Url());

  /** A JWS inside a statement: the compact form. */
  public static final Codec<Jws> JWS = Codecs.text("JWS", INNER_JWS_LENGTH, Jws::parse, Jws::text);

  /** A JWS that travels beside a statement: of any length that a JWS may have. */
  public static final Codec<Jws> LONG_JWS =
      Codecs.text("JWS", Jws.MAX_LENGTH, Jws::parse, Jws::text);

  private Terms() {}
}
