// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

/** An entry that belongs to this relay for a while. */
record LeasedEntry(long id, OutboxEntry entry, int attempts, int refusals) {}
