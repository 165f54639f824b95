// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.time.Instant;
import java.util.List;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.Contract;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.id.LedgerId;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The contract's chaincode for many ledgers of tests side by side: each has its own part of the
 * keys, and says itself what its id and the time are. It may also put what no operation wrote.
 */
final class ReplayChaincode implements Chaincode {
  /** Puts values under keys: the ledger's name, then keys and values by turns. */
  static final String PUT = "put";

  /**
   * Calls the contract: the ledger's name, its id, the second, the carrier's MSP or nothing if it
   * is the client's, the operation, and the operation's arguments.
   */
  static final String CALL = "call";

  private static final int FIXED = 5;

  private final Contract contract = HuxinContract.create();

  @Override
  public Response init(ChaincodeStub stub) {
    return new Response(200, "", new byte[0]);
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    List<String> parameters = stub.getParameters();
    String ledger = parameters.get(0);
    if (stub.getFunction().equals(PUT)) {
      for (int i = 1; i < parameters.size(); i += 2) {
        stub.putStringState(ReplayStub.stored(ledger, parameters.get(i)), parameters.get(i + 1));
      }
      return new Response(200, "", new byte[0]);
    }
    Instant time = Instant.ofEpochSecond(Long.parseLong(parameters.get(2)));
    return new HuxinChaincode(contract, LedgerId.parse(parameters.get(1)), () -> time)
        .invoke(
            new ReplayStub(stub, ledger, time, parameters.get(3))
                .calling(parameters.get(4), parameters.subList(FIXED, parameters.size())));
  }
}
