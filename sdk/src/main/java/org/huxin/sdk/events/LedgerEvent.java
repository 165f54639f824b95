// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import org.huxin.crypto.bytes.Bytes;

/**
 * A statement was accepted.
 *
 * @param position where; never the same for two events
 * @param operation the operation's name
 * @param payload canonical JSON with {@code statement} and {@code keys}
 */
public record LedgerEvent(EventPosition position, String operation, Bytes payload) {}
