// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.time.Instant;
import java.util.Optional;
import org.huxin.crypto.digest.Digest;

/** What is known of sealings from elsewhere, such as from batches on the ledger. */
@FunctionalInterface
public interface KnownSealings {
  /** Nothing is known of any. */
  KnownSealings NONE = signature -> Optional.empty();

  /**
   * A time by which a sealing certainly existed: the {@code committedAt} of a batch with a record
   * whose {@code sealSignatureDigest} this is; empty if there is none.
   *
   * @param signature SM3 of the signature's value r‖s
   */
  Optional<Instant> existedBy(Digest signature);
}
