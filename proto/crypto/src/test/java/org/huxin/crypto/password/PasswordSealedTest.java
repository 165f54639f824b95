// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.function.IntFunction;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;

final class PasswordSealedTest {
  private static final Bytes PLAINTEXT = Bytes.utf8("the key of a holder");
  private static final Bytes AAD = Bytes.utf8("what it is for");
  private static final int FEW = PasswordSealed.MIN_ITERATIONS;

  private final SecureRandom random = new SecureRandom();
  private final PasswordSealed sealed =
      PasswordSealed.seal("密码 and more", PLAINTEXT, AAD, FEW, random);

  @Test
  void itOpensWithItsPasswordForItsPurposeAlone() {
    assertEquals(PLAINTEXT, sealed.open("密码 and more", AAD));
    refused(() -> sealed.open("password", AAD));
    refused(() -> sealed.open("密码 and more", Bytes.empty()));
    int last = sealed.ciphertext().length() - 1;
    byte changedByte = (byte) (sealed.ciphertext().at(last) ^ 1);
    Bytes flipped = Bytes.concat(sealed.ciphertext().slice(0, last), Bytes.of(changedByte));
    PasswordSealed changed = new PasswordSealed(FEW, sealed.salt(), flipped);
    refused(() -> changed.open("密码 and more", AAD));
    PasswordSealed otherSalt = new PasswordSealed(FEW, Bytes.of(new byte[16]), sealed.ciphertext());
    refused(() -> otherSalt.open("密码 and more", AAD));
  }

  private static void refused(Runnable action) {
    PasswordRefusedException refused = assertThrows(PasswordRefusedException.class, action::run);
    assertEquals(PasswordRefusal.PASSWORD_WRONG, refused.code());
  }

  @Test
  void everySealingHasASaltOfItsOwn() {
    PasswordSealed again = PasswordSealed.seal("密码 and more", PLAINTEXT, AAD, FEW, random);
    assertNotEquals(sealed.salt(), again.salt());
    assertNotEquals(sealed.ciphertext(), again.ciphertext());
    assertFalse(sealed.toString().contains(sealed.ciphertext().hex()));
  }

  @Test
  void thePlatformsOwnPrimitivesOpenIt() throws Exception {
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(
                new PBEKeySpec("密码 and more".toCharArray(), sealed.salt().toByteArray(), FEW, 256))
            .getEncoded();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, new byte[12]));
    cipher.updateAAD(AAD.toByteArray());
    assertEquals(PLAINTEXT, Bytes.of(cipher.doFinal(sealed.ciphertext().toByteArray())));
  }

  @Test
  void numbersOutOfRangeAreNotBuilt() {
    Bytes salt = Bytes.of(new byte[16]);
    Bytes tag = Bytes.of(new byte[16]);
    IntFunction<PasswordSealed> of = iterations -> new PasswordSealed(iterations, salt, tag);
    assertEquals(FEW, of.apply(FEW).iterations());
    assertThrows(IllegalArgumentException.class, () -> of.apply(FEW - 1));
    assertThrows(IllegalArgumentException.class, () -> of.apply(PasswordSealed.MAX_ITERATIONS + 1));
    assertThrows(IllegalArgumentException.class, () -> new PasswordSealed(FEW, Bytes.empty(), tag));
    assertThrows(
        IllegalArgumentException.class, () -> new PasswordSealed(FEW, salt, Bytes.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> PasswordSealed.seal("x", PLAINTEXT, AAD, 1, random));
  }
}
