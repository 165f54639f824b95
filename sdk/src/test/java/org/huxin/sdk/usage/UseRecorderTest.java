// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import static org.huxin.sdk.sample.WindowBench.BUSINESS;
import static org.huxin.sdk.sample.WindowBench.ITEM;
import static org.huxin.sdk.sample.WindowBench.KANGBASHI;
import static org.huxin.sdk.sample.WindowBench.NAME;
import static org.huxin.sdk.sample.WindowBench.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.authority.Authority;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.id.StatementId;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.huxin.sdk.verifying.VerificationRequest;
import org.junit.jupiter.api.Test;

/** Uses of one business by several clerks, and the keys that trails are sealed to. */
final class UseRecorderTest {
  private final WindowBench bench = new WindowBench();
  private final StatementId statutory = bench.openScope("by law", true);
  private final ProofFile proof = bench.licence();

  private UseDraft use(LedgerClient client, ProofFile of) {
    Verdict verdict =
        bench.verify(
            of,
            VerificationRequest.asOf(bench.ledger().now())
                .usedFor(bench.context(UseBasis.STATUTORY_DUTY, Optional.of(statutory))));
    return new UseRecorder(
            bench.consumer(),
            bench.secret(),
            KANGBASHI,
            client,
            bench.ledger()::now,
            bench.random())
        .begin(ITEM, BUSINESS, PURPOSE)
        .statutory(statutory)
        .licence(of, verdict, Set.of(NAME));
  }

  /** A client whose user is always overtaken by a colleague, so many times. */
  private final class OvertakenClient implements LedgerClient {
    private int rivals;

    OvertakenClient(int rivals) {
      this.rivals = rivals;
    }

    @Override
    public Bytes evaluate(String name, List<String> arguments) {
      return bench.client().evaluate(name, arguments);
    }

    @Override
    public Committed submit(String name, List<String> arguments) {
      if (rivals > 0) {
        rivals--;
        RecordedUse unused = use(bench.client(), proof).record();
      }
      return bench.client().submit(name, arguments);
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  @Test
  void whoIsOvertakenByAColleagueTakesTheNextNumber() {
    RecordedUse late = use(new OvertakenClient(3), proof).record();
    assertEquals(3, late.usage().number());
    LedgerRefusedException everOvertaken =
        assertThrows(
            LedgerRefusedException.class, () -> use(new OvertakenClient(100), proof).record());
    assertEquals(LedgerRefusal.ALREADY_EXISTS, everOvertaken.code());
  }

  @Test
  void whereTheLicenceNamesNoTrailKeyTheIssuerReadsIt() {
    HpkePrivateKey issuers = HpkePrivateKey.generate(bench.random());
    Authority before = bench.ledger().get(Authority.key(IssuingBench.ISSUER));
    bench
        .ledger()
        .ledger()
        .put(
            Authority.key(IssuingBench.ISSUER),
            new Authority(
                before.uscc(),
                before.name(),
                before.division(),
                before.superior(),
                before.roles(),
                before.keys(),
                Optional.of(issuers.publicKey()),
                before.endpoints(),
                before.undone(),
                before.history()));
    ProofFile untraced =
        bench
            .issuing()
            .issuer()
            .anchor(IssuingBench.KIND, List.of(IssuingBench.begin(50).build()))
            .get(0);
    RecordedUse unused = use(bench.client(), untraced).record();
    HolderTrail trail = new HolderTrail(ContractBench.LEDGER, bench.client());
    assertEquals(
        List.of(untraced.record().ref()),
        trail.uses(List.of(bench.trailKey(), issuers)).stream().map(TrailUse::licence).toList());
  }

  @Test
  void aUseOfSeveralLicencesNamesAllTheirVerdicts() {
    ProofFile second = bench.licence();
    Verdict verdict = bench.verify(proof, VerificationRequest.asOf(bench.ledger().now()));
    Verdict expired =
        bench.verify(second, VerificationRequest.asOf(bench.ledger().now().plusSeconds(1)));
    RecordUsage usage =
        use(bench.client(), proof).licence(second, expired, Set.of()).record().usage();
    assertEquals(2, usage.uses().size());
    assertEquals(0, usage.resultCode());
    Verdict first =
        bench.verify(
            proof,
            VerificationRequest.asOf(bench.ledger().now())
                .usedFor(bench.context(UseBasis.STATUTORY_DUTY, Optional.of(statutory))));
    assertEquals(Verdict.digestOf(List.of(first, expired)), usage.verdict());
    assertEquals(Validity.VALID, verdict.result());
  }
}
