// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.Optional;
import org.huxin.core.id.SealKey;
import org.huxin.crypto.digest.Digest;

/**
 * The seal on a licence's document.
 *
 * @param seal its name on the ledger
 * @param signature SM3 of the value of the sealing's signature: so the batch proves that it was
 *     sealed by then; empty if that is not to be proven
 */
public record SealedWith(SealKey seal, Optional<Digest> signature) {}
