// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.hpke.HpkePublicKey;
import org.huxin.crypto.hpke.HpkeRefusal;
import org.huxin.crypto.hpke.HpkeRefusedException;

/**
 * The sealed trail of a use (proto/spec/trail.md): HPKE to the record's trail key, bound to ledger,
 * usage and place in it, and of one length whatever it says.
 */
public final class Trail {
  /** Every entry fits with room, and its length tells nothing: length (2 bytes), entry, zeros. */
  public static final int PLAINTEXT_LENGTH = 512;

  /** What is sealed: the encapsulated key (65 bytes), the plaintext, the tag (16 bytes). */
  public static final int SEALED_LENGTH = 65 + PLAINTEXT_LENGTH + 16;

  private static final String INFO = "huxin/trail/1";

  private Trail() {}

  /**
   * Seals an entry.
   *
   * @param usage the usage it is for: its grantee, item, business and number
   * @param index which of its uses, from 0
   */
  public static Bytes seal(
      TrailEntry entry,
      HpkePublicKey to,
      LedgerId ledger,
      RecordUsage usage,
      int index,
      SecureRandom random) {
    Bytes json = TrailEntry.CODEC.toBytes(entry);
    byte[] plaintext = new byte[PLAINTEXT_LENGTH];
    ByteBuffer.wrap(plaintext).putShort((short) json.length()).put(json.asByteBuffer());
    return to.seal(info(ledger), aad(usage, index), Bytes.of(plaintext), random);
  }

  /**
   * Opens an entry.
   *
   * @throws HpkeRefusedException if it was not sealed for this key, ledger, usage and place, or
   *     does not hold an entry
   */
  public static TrailEntry open(
      Bytes sealed, HpkePrivateKey key, LedgerId ledger, RecordUsage usage, int index) {
    Bytes plaintext = key.open(info(ledger), aad(usage, index), sealed);
    try {
      if (plaintext.length() == PLAINTEXT_LENGTH) {
        int length = plaintext.asByteBuffer().getShort();
        Bytes rest = plaintext.slice(2 + length, PLAINTEXT_LENGTH);
        if (rest.equals(Bytes.of(new byte[rest.length()]))) {
          return TrailEntry.CODEC.fromBytes(plaintext.slice(2, 2 + length), JsonLimits.STATEMENT);
        }
      }
    } catch (IndexOutOfBoundsException | JsonRefusedException | DecodeRefusedException e) {
      // Whoever sealed it did not follow the page: the same answer as for any other refusal.
    }
    throw new HpkeRefusedException(HpkeRefusal.HPKE_NOT_OPENED, java.util.Map.of());
  }

  private static Bytes info(LedgerId ledger) {
    return Bytes.utf8(INFO + ledger);
  }

  private static Bytes aad(RecordUsage usage, int index) {
    return Bytes.utf8(
        String.join(
            "/",
            Arrays.asList(
                usage.grantee().text(),
                usage.item().text(),
                usage.business().toString(),
                Integer.toString(usage.number()),
                Integer.toString(index))));
  }
}
