// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.time.Instant;

/**
 * One change of a key.
 *
 * @param transactionId the transaction that made it
 * @param timestamp the client's time, from the transaction's header
 * @param value empty if the key was deleted
 * @param deleted whether the key was deleted
 */
public record KeyModificationRecord(
    String transactionId, Instant timestamp, ByteString value, boolean deleted) {}
