// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an entry so far. It holds no argument.
 *
 * @param id its number in the outbox
 * @param orderingKey its key
 * @param operation the operation's name
 * @param state where it stands
 * @param writtenAt when it was written
 * @param attempts how often it was submitted
 * @param refusals how often it was refused
 * @param lastFailure what the last attempt that failed met: a refusal's code with its evidence, or
 *     what was not reached; empty if none failed
 * @param transactionId the transaction that carried it; empty unless it is committed
 * @param block the block of that transaction; empty unless it is committed
 */
public record OutboxPosition(
    long id,
    String orderingKey,
    String operation,
    OutboxState state,
    Instant writtenAt,
    int attempts,
    int refusals,
    Optional<String> lastFailure,
    Optional<String> transactionId,
    Optional<Long> block) {}
