// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.time.Instant;
import org.huxin.core.log.TrustedCities;

/**
 * What a verifier of bundles pins.
 *
 * @param cities the ledger, the cities' note keys, and how many must agree
 * @param pinnedAt when those keys were known to be good: an older checkpoint cannot change them
 */
public record BundleTrust(TrustedCities cities, Instant pinnedAt) {}
