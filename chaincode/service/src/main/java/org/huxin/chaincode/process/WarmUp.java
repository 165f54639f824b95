// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Contract;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.TransactionContext;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.json.JsonObject;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.VerifiedJws;
import org.huxin.core.ledger.StoredLedgerView;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;

/**
 * Has every operation and every suite of signatures loaded before the first call comes in, so that
 * it is not the one that waits. On a ledger where there is nothing.
 */
final class WarmUp {
  private static final MspId NOBODY = new MspId("NobodyMSP");

  private final Contract contract;
  private final LedgerId ledger;

  WarmUp(Contract contract, LedgerId ledger) {
    this.contract = contract;
    this.ledger = ledger;
  }

  /** Runs it; returns how many operations refused, as all do that need something of the ledger. */
  int run() {
    int refused = 0;
    for (SignatureSuite suite : SignatureSuite.values()) {
      verify(suite);
    }
    TransactionContext context = new TransactionContext(Instant.EPOCH, NOBODY, ledger);
    for (LedgerOperation operation : contract.table().all()) {
      try {
        // A word that is the argument of none: each refuses it in its own way.
        contract.execute(operation.name(), List.of("none"), new Nothing(), context);
      } catch (LedgerRefusedException e) {
        // Every refusal is right here: what counts is that it was judged.
        refused++;
      }
    }
    return refused;
  }

  private void verify(SignatureSuite suite) {
    Bytes secret = DigestAlgorithm.SHA_256.digest(ledger.digest().value()).value();
    SigningKey key = SigningKey.ofSecret(suite, secret);
    KeyId id = KeyId.parse("11150600MB9T00011A#1");
    Jws jws =
        Jws.sign(
            key.signer(new SecureRandom()),
            id,
            Operation.WITHDRAW_DEMAND.type(),
            JsonObject.builder().put("ledger", ledger.toString()).build());
    VerifiedJws unused = Jws.parse(jws.text()).verify(key.publicKey());
  }

  /** A ledger where there is nothing. */
  private static final class Nothing extends StoredLedgerView {
    @Override
    protected Optional<Bytes> value(String key) {
      return Optional.empty();
    }

    @Override
    protected List<StoredEntry> range(String from, String to, int limit) {
      return List.of();
    }
  }
}
