// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.History;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealKind;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Seals that are on a ledger because a test put them there. */
public final class SampleSeal {
  private SampleSeal() {}

  /** Puts a seal of an owner, filed when the ledger was founded. */
  public static SealKey put(ContractBench bench, Uscc owner, String name) {
    SealKey key = new SealKey(digest(name));
    SampleKey ownerKey = SampleKey.of(owner, 1);
    Digest structure = digest(name + " structure");
    FileSeal filed =
        new FileSeal(
            key,
            owner,
            SealKind.BUSINESS,
            structure,
            List.of(digest(name + " certificate")),
            ContractBench.FOUNDED,
            ContractBench.FOUNDED.plus(Duration.ofDays(3650)),
            ContractBench.FOUNDED,
            SignedFact.sign(
                    ownerKey.signer(),
                    ownerKey.id(),
                    FactKind.SEAL_OWNERSHIP,
                    SealOwnership.CODEC,
                    new SealOwnership(ContractBench.LEDGER, ContractBench.FOUNDED, key, structure))
                .jws(),
            List.of());
    bench
        .ledger()
        .put(
            Seal.key(key),
            new Seal(
                filed,
                owner,
                History.begin(
                    new SealEvent(
                        SealChange.FILED,
                        ContractBench.FOUNDED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ownerKey.id(),
                        ContractBench.FOUNDED,
                        new StatementId(ContractBench.LEDGER.digest())))));
    return key;
  }

  private static Digest digest(String name) {
    return DigestAlgorithm.SM3.digest(Bytes.utf8(name));
  }
}
