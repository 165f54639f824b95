// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.huxin.crypto.bytes.Bytes;

/**
 * The one place that chooses who checks signatures: Amazon Corretto Crypto Provider for P-256 and
 * Ed25519 where its native library loads, Bouncy Castle's own classes otherwise and always for SM2.
 * Bouncy Castle's JCA provider is never loaded. Immutable; chosen once, when first used.
 */
public final class SignatureProvider {
  private static final String ACCP =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private final Optional<Provider> nativeProvider;

  private SignatureProvider(Optional<Provider> nativeProvider) {
    this.nativeProvider = nativeProvider;
  }

  private static final class Holder {
    static final SignatureProvider CURRENT = new SignatureProvider(loadNative());
  }

  /** The choice for this process. */
  public static SignatureProvider current() {
    return Holder.CURRENT;
  }

  /** The name of who checks signatures of a suite, for reports. */
  public String name(SignatureSuite suite) {
    return nativeProvider
        .filter(provider -> suite != SignatureSuite.SM)
        .map(provider -> provider.getName() + " " + provider.getVersionStr())
        .orElse("BouncyCastle lightweight API");
  }

  SignatureVerification verification(SignatureSuite suite, Bytes point, Bytes spki) {
    if (suite == SignatureSuite.SM || nativeProvider.isEmpty()) {
      return BouncyCastleVerification.of(suite, point);
    }
    return new JcaVerification(nativeProvider.get(), suite, spki);
  }

  EcdsaVerification ecdsa(ECPublicKeyParameters key, Bytes spki) {
    return nativeProvider
        .map(provider -> JcaVerification.ecdsa(provider, spki))
        .orElseGet(() -> BouncyCastleVerification.ecdsa(key));
  }

  private static Optional<Provider> loadNative() {
    try {
      Class<?> type = Class.forName(ACCP);
      Provider provider = (Provider) type.getField("INSTANCE").get(null);
      type.getMethod("assertHealthy").invoke(provider);
      return Optional.of(provider);
    } catch (ReflectiveOperationException | LinkageError e) {
      // Not on the class path, or its library does not load here: both are expected.
      return Optional.empty();
    }
  }
}
