// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.util.Locale;
import java.util.Optional;
import org.huxin.crypto.digest.DigestAlgorithm;

/** How the digest algorithms are called in seals and documents: by name or by identifier. */
public final class DigestNames {
  private DigestNames() {}

  /** The algorithm of a name; empty if it is none of the two that count here. */
  public static Optional<DigestAlgorithm> algorithm(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "SM3", "1.2.156.10197.1.401" -> Optional.of(DigestAlgorithm.SM3);
      case "SHA256", "SHA-256", "2.16.840.1.101.3.4.2.1" -> Optional.of(DigestAlgorithm.SHA_256);
      default -> Optional.empty();
    };
  }
}
