// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract;

import java.time.Instant;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;

/**
 * What an operation knows besides the ledger and its arguments.
 *
 * @param committedAt the transaction's time, in whole seconds: the carrier's claim, which the
 *     endorser has bounded by its own clock
 * @param carrier the Fabric organisation of the client that carried it in
 * @param ledger the ledger id with which this process was started
 */
public record TransactionContext(Instant committedAt, MspId carrier, LedgerId ledger) {}
