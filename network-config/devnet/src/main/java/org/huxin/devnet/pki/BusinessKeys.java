// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.embedded.pki.OrganisationKeys;

/**
 * Keys with which authorities sign what they say, of any suite: they stand beside a city's Fabric
 * keys and have nothing to do with them. Files {@code DOMAIN/business/NAME.pem} (private, for its
 * owner alone) and {@code NAME.pub.pem}. Stateless.
 */
public final class BusinessKeys {
  private static final String FOLDER = "business";

  private BusinessKeys() {}

  /**
   * Makes a key and writes it.
   *
   * @param folder the folder of all cities' keys
   * @param name of letters, digits and hyphens
   * @return the key
   * @throws IllegalArgumentException if the name has another form
   * @throws IOException if there is such a key already, or it cannot be written
   */
  public static SigningKey create(
      Path folder, OrganisationKeys city, String name, SignatureSuite suite, SecureRandom random)
      throws IOException {
    Path file = file(folder, city, name);
    Files.createDirectories(folder.resolve(city.domain()).resolve(FOLDER));
    SigningKey key = SigningKey.generate(suite, random);
    Files.createFile(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
    Files.writeString(file, key.toPem());
    Files.writeString(file.resolveSibling(name + ".pub.pem"), key.publicKey().toPem());
    return key;
  }

  /**
   * Reads a key.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  public static SigningKey read(Path folder, OrganisationKeys city, String name)
      throws IOException {
    return SigningKey.ofPem(Files.readString(file(folder, city, name)));
  }

  private static Path file(Path folder, OrganisationKeys city, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("a name has letters, digits and hyphens");
    }
    return folder.resolve(city.domain()).resolve(FOLDER).resolve(name + ".pem");
  }
}
