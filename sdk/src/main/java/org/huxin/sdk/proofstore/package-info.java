// SPDX-License-Identifier: Apache-2.0
/** The issuer's proofs on its own database: written before a batch is acknowledged. */
@NullMarked
package org.huxin.sdk.proofstore;

import org.jspecify.annotations.NullMarked;
