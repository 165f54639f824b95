// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * How a certificate stood at a moment.
 *
 * @param chain whether a root that is trusted stands behind it
 * @param revokedSince from when on it is revoked, if it is
 * @param revocationKnown whether a list of its authority was at hand that was current when asked
 */
public record Standing(Chain chain, Optional<Instant> revokedSince, boolean revocationKnown) {
  /** Whether a root stands behind a certificate. */
  public enum Chain {
    /** A root does, through authorities that all were good then. */
    TRUSTED,
    /** No root was given to judge it against. */
    NOT_JUDGED,
    /** The certificate or one above it is signed with another algorithm than SM2 with SM3. */
    ALGORITHM_NOT_SUPPORTED,
    /** No chain leads to a root, or only through authorities that were not good then. */
    BROKEN
  }
}
