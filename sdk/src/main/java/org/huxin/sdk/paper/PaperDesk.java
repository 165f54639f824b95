// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.paper;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authorization.PaperReason;
import org.huxin.core.authorization.RecordPaperRequest;
import org.huxin.core.authorization.ReportPaperAsked;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Statement;
import org.huxin.core.verdict.Answer;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.MaterialResult;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.certificatefree.MaterialFinding;
import org.huxin.sdk.certificatefree.OfferFinding;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/**
 * A window that must sometimes ask for a paper: after {@code CertificateFree} has looked for a
 * licence, and on the record. Safe for all threads.
 *
 * <pre>{@code
 * PaperDesk papers = new PaperDesk(identity, secret, ledger, InstantSource.system());
 * MaterialFinding finding = result.of(material).orElseThrow();
 * papers.ask("2026-0042", finding, Optional.empty()); // refused where a licence serves
 * }</pre>
 */
public final class PaperDesk {
  private final AuthorityIdentity identity;
  private final BusinessSecret businesses;
  private final LedgerClient ledger;
  private final InstantSource clock;

  /**
   * A window.
   *
   * @param identity who asks
   * @param businesses what its businesses stand behind on the ledger
   * @param ledger a client of the authority's own city; stays the caller's to close
   */
  public PaperDesk(
      AuthorityIdentity identity,
      BusinessSecret businesses,
      LedgerClient ledger,
      InstantSource clock) {
    this.identity = identity;
    this.businesses = businesses;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Records that a paper is asked for, with the reason that the check gives.
   *
   * @param business what the authority's own system calls the business
   * @param finding what the check found
   * @param receipt digest of a node's receipt of the check; empty if there is none
   * @throws PaperRefusedException {@code LICENCE_SERVES}: a recognised licence exists, do not ask
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses, as for the same
   *     material of the same business again
   */
  public Committed ask(String business, MaterialFinding finding, Optional<Digest> receipt) {
    if (finding.result() == MaterialResult.SATISFIED) {
      throw new PaperRefusedException(
          PaperRefusal.LICENCE_SERVES,
          Map.of("material", finding.material().code().text(), "type", serving(finding)));
    }
    return record(business, finding, reason(finding), receipt);
  }

  /**
   * Records that a paper was asked for in spite of the check, as where the holder chose paper.
   *
   * @param reason why
   * @throws org.huxin.core.refusal.LedgerRefusedException as {@link #ask}
   */
  public Committed record(
      String business, MaterialFinding finding, PaperReason reason, Optional<Digest> receipt) {
    return record(finding.item(), business, finding.material().code(), reason, receipt);
  }

  /**
   * Records that a paper was asked for, whatever was checked.
   *
   * @throws org.huxin.core.refusal.LedgerRefusedException as {@link #ask}
   */
  public Committed record(
      ServiceItemCode item,
      String business,
      Code material,
      PaperReason reason,
      Optional<Digest> receipt) {
    return submit(
        new RecordPaperRequest(
            identity.authority(),
            item,
            businesses.commitment(business),
            material,
            reason,
            receipt));
  }

  /**
   * As an auditor, reports that somebody asked for a paper although a receipt says otherwise. A
   * holder reports by {@code Wallet}.
   *
   * @param receipt digest of the node's receipt
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public Committed report(Uscc consumer, ServiceItemCode item, Code material, Digest receipt) {
    return submit(new ReportPaperAsked(consumer, item, material, receipt));
  }

  /** What the check says of why a paper is asked for. */
  public static PaperReason reason(MaterialFinding finding) {
    if (finding.offers().isEmpty()) {
      return PaperReason.NO_LICENCE;
    }
    List<Verdict> verdicts = finding.offers().stream().map(OfferFinding::verdict).toList();
    boolean goodButNotHere =
        verdicts.stream()
            .anyMatch(
                each ->
                    each.genuine() == Answer.YES
                        && each.inForce() == Answer.YES
                        && each.of(Aspect.RECOGNITION).outcome() == Outcome.FAILED);
    if (goodButNotHere) {
      return PaperReason.NOT_RECOGNISED;
    }
    boolean noneValid = verdicts.stream().allMatch(each -> each.result() == Validity.INVALID);
    return noneValid ? PaperReason.NOT_VALID : PaperReason.OTHER;
  }

  private static String serving(MaterialFinding finding) {
    return finding.offers().stream()
        .filter(OfferFinding::serves)
        .map(each -> each.offer().proof().record().type().text())
        .findFirst()
        .orElseThrow();
  }

  private Committed submit(Statement statement) {
    return ledger.submit(identity.sign(statement, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
  }
}
