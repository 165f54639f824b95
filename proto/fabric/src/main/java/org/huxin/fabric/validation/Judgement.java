// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.huxin.fabric.state.StateUpdates;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What a peer finds out about a block.
 *
 * @param codes one for each transaction, in the order of the block
 * @param updates what the valid transactions change
 * @param commitHash of this block and all before it; empty for the genesis block
 */
public record Judgement(
    List<TxValidationCode> codes, StateUpdates updates, Optional<ByteString> commitHash) {

  /** Copies the list. */
  public Judgement {
    codes = List.copyOf(codes);
  }
}
