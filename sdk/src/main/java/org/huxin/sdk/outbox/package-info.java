// SPDX-License-Identifier: Apache-2.0
/**
 * Statements written in the caller's own database transaction, and the relay that carries them to
 * the ledger: the two cannot drift apart.
 */
@NullMarked
package org.huxin.sdk.outbox;

import org.jspecify.annotations.NullMarked;
