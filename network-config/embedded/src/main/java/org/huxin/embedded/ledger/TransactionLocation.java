// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Where a transaction stands, and what became of it.
 *
 * @param block the block's number
 * @param index the position in the block, from 0
 * @param code what the validation found
 */
public record TransactionLocation(long block, int index, TxValidationCode code) {}
