// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

final class ReceiptTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LedgerId LEDGER = LedgerId.parse("sha256:" + "0123456789abcdef".repeat(4));
  private static final Instant T = Instant.ofEpochSecond(1_780_000_000L);
  private static final SigningKey NODE =
      SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-ED25519"));
  private static final KeyId NODE_ID = KeyId.parse("11150600MB9T00011A#2");
  private static final NamedKey KEY = new NamedKey(NODE_ID, NODE.publicKey());

  private static Digest digest(String of) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(of));
  }

  private static Receipt receipt(ReceiptKind kind, Optional<UsagePosition> usage) {
    return new Receipt(
        LEDGER, T, kind, digest("question"), digest("verdict"), 1234, digest("header"), usage);
  }

  private static Receipt used() {
    return receipt(
        ReceiptKind.USED,
        Optional.of(new UsagePosition(new StatementId(digest("usage")), 1230, 2)));
  }

  private static Jws sign(FactKind kind, Receipt receipt) {
    return SignedFact.sign(NODE.signer(RANDOM), NODE_ID, kind, Receipt.CODEC, receipt).jws();
  }

  private static FactRefusal refusal(Jws jws, LedgerId ledger, NamedKey key) {
    return assertThrows(FactRefusedException.class, () -> Receipt.verify(jws, ledger, key)).code();
  }

  @Test
  void theWorkedExampleIsAReceiptOfAUse() {
    String example = VectorFiles.example("receipt", "receipt");
    assertEquals(example, sign(FactKind.RECEIPT, used()).text());
    assertEquals(used(), Receipt.verify(Jws.parse(example), LEDGER, KEY));
  }

  @Test
  void aPreviewNamesNoUse() {
    Receipt preview = receipt(ReceiptKind.PREVIEW, Optional.empty());
    assertEquals(preview, Receipt.verify(sign(FactKind.RECEIPT, preview), LEDGER, KEY));
    assertThrows(
        IllegalArgumentException.class, () -> receipt(ReceiptKind.PREVIEW, used().usage()));
    assertThrows(IllegalArgumentException.class, () -> receipt(ReceiptKind.USED, Optional.empty()));
  }

  @Test
  void aUseLiesInABlockThatTheAnswerRestsOn() {
    UsagePosition later = new UsagePosition(new StatementId(digest("usage")), 1235, 0);
    assertThrows(
        IllegalArgumentException.class, () -> receipt(ReceiptKind.USED, Optional.of(later)));
  }

  @Test
  void whatIsNoReceiptOfThatNodeIsRefused() {
    Jws good = sign(FactKind.RECEIPT, used());
    assertEquals(FactRefusal.FACT_TYPE, refusal(sign(FactKind.PRESENTATION, used()), LEDGER, KEY));
    assertEquals(
        FactRefusal.FACT_WRONG_LEDGER, refusal(good, new LedgerId(digest("another")), KEY));
    NamedKey other =
        new NamedKey(NODE_ID, SigningKey.generate(NODE.publicKey().suite(), RANDOM).publicKey());
    assertEquals(FactRefusal.FACT_NOT_SIGNED_BY_KEY, refusal(good, LEDGER, other));
  }
}
