// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.List;
import org.huxin.fabric.identity.MemberIdentity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What the checks found that need no state.
 *
 * @param code VALID if nothing is wrong so far
 * @param header the channel header, empty if it cannot be read
 * @param results what is read and written
 * @param endorsers who endorsed, with signatures verified
 */
record CheckedTransaction(
    TxValidationCode code,
    ChannelHeader header,
    TxReadWriteSet results,
    List<MemberIdentity> endorsers) {

  static CheckedTransaction invalid(TxValidationCode code, ChannelHeader header) {
    return new CheckedTransaction(code, header, TxReadWriteSet.getDefaultInstance(), List.of());
  }

  boolean isValid() {
    return code == TxValidationCode.VALID;
  }
}
