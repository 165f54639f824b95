// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.time.Instant;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.LicenceRef;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;

/**
 * A proof that an issuer's city delivered, and the use that the consumer announced for it: a proof
 * request names the key of the future usage and the salt of its reference.
 *
 * @param consumer to whom
 * @param item for which service
 * @param business commitment to the business
 * @param number which use of that business
 * @param licence which licence
 * @param salt of its reference
 * @param at when
 */
public record Delivery(
    Uscc consumer,
    ServiceItemCode item,
    Digest business,
    int number,
    LicenceRef licence,
    Bytes salt,
    Instant at) {}
