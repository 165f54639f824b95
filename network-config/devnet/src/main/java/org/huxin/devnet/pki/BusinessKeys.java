// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;

/**
 * Keys with which authorities sign what they say, of any suite: they have nothing to do with
 * Fabric's keys. Files {@code NAME.pem} (private, for its owner alone) and {@code NAME.pub.pem} in
 * one folder. Stateless.
 */
public final class BusinessKeys {
  private BusinessKeys() {}

  /**
   * Makes a key and writes it.
   *
   * @param name of letters, digits and hyphens
   * @return the key
   * @throws IllegalArgumentException if the name has another form
   * @throws IOException if there is such a key already, or it cannot be written
   */
  public static SigningKey create(
      Path folder, String name, SignatureSuite suite, SecureRandom random) throws IOException {
    Path file = file(folder, name);
    SigningKey key = SigningKey.generate(suite, random);
    OwnerOnlyFile.create(file, key.toPem());
    Files.writeString(file.resolveSibling(name + ".pub.pem"), key.publicKey().toPem());
    return key;
  }

  /**
   * Reads a key, or makes it where there is none.
   *
   * @throws IllegalArgumentException if the name has another form
   * @throws IOException if it can neither be read nor written
   */
  public static SigningKey readOrCreate(
      Path folder, String name, SignatureSuite suite, SecureRandom random) throws IOException {
    return Files.exists(file(folder, name))
        ? read(folder, name)
        : create(folder, name, suite, random);
  }

  /**
   * Reads a key.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  public static SigningKey read(Path folder, String name) throws IOException {
    return SigningKey.ofPem(Files.readString(file(folder, name)));
  }

  /**
   * A private key's file.
   *
   * @throws IllegalArgumentException if the name has another form
   */
  public static Path file(Path folder, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("a name has letters, digits and hyphens");
    }
    return folder.resolve(name + ".pem");
  }
}
