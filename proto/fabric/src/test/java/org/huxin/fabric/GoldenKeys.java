// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningFailedException;
import org.huxin.crypto.signature.SigningKey;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Signs in the name of the recorded network's throw-away identities. */
public final class GoldenKeys {
  private GoldenKeys() {}

  /** A certificate as it was recorded, such as {@code Ordos}, {@code admin}. */
  public static ByteString certificate(String city, String name) {
    return ByteString.copyFromUtf8(read(city, name + ".crt"));
  }

  /** The serialized identity. */
  public static ByteString identity(String city, String name) {
    return SerializedIdentity.newBuilder()
        .setMspid(city + "MSP")
        .setIdBytes(certificate(city, name))
        .build()
        .toByteString();
  }

  /** Its signature, in the form that goes over the wire. */
  public static ByteString sign(String city, String name, ByteString message) {
    SigningKey key = SigningKey.ofPem(read(city, name + ".key"));
    try {
      Signature signature =
          key.signer(new SecureRandom()).sign(Bytes.of(message.asReadOnlyByteBuffer()));
      Bytes wire = key.suite() == SignatureSuite.ED25519 ? signature.value() : signature.toDer();
      return ByteString.copyFrom(wire.asByteBuffer());
    } catch (SigningFailedException e) {
      throw new IllegalStateException("a key in memory signs", e);
    }
  }

  private static String read(String city, String file) {
    Path folder =
        GoldenLedger.FOLDER.resolve("pki").resolve(city.toLowerCase(Locale.ROOT) + ".example");
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
