// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.huxin.crypto.bytes.Bytes;

/** The hashes that ECDSA signatures of Fabric's identities and authorities are made with. */
public enum SignatureHash {
  /** FIPS 180-4; broken, and read on revocation lists only, where Fabric reads it still. */
  SHA_1("SHA-1", "SHA1withECDSA"),
  /** FIPS 180-4; identities sign with it unless their organisation says otherwise. */
  SHA_256("SHA-256", "SHA256withECDSA"),
  /** FIPS 180-4; authorities with keys on P-384 sign certificates with it. */
  SHA_384("SHA-384", "SHA384withECDSA"),
  /** FIPS 180-4. */
  SHA_512("SHA-512", "SHA512withECDSA"),
  /** FIPS 202; what identities sign with whose organisation says SHA3. */
  SHA3_256("SHA3-256", "NONEwithECDSA");

  private final String digest;
  private final String signature;

  SignatureHash(String digest, String signature) {
    this.digest = digest;
    this.signature = signature;
  }

  /** The JCA name of ECDSA with this hash; without one where the hash is computed apart. */
  String signature() {
    return signature;
  }

  /** The bytes that the algorithm of {@link #signature()} is given. */
  Bytes prepare(Bytes message) {
    return this == SHA3_256 ? of(message) : message;
  }

  /** The hash of a message. */
  public Bytes of(Bytes message) {
    try {
      MessageDigest hash = MessageDigest.getInstance(digest);
      hash.update(message.asByteBuffer());
      return Bytes.of(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + digest, e);
    }
  }
}
