// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.attesting;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.consent.ChosenLicences;
import org.huxin.sdk.ledger.LedgerClient;

/**
 * A consent of a person without a device that is being recorded: for one use, a day at most. For
 * one thread.
 */
public final class AssistedDraft {
  private final IdentityProvider provider;
  private final Opening person;
  private final Code method;
  private final Digest evidence;
  private final GrantAuthorization asked;
  private final ChosenLicences licences;

  AssistedDraft(
      IdentityProvider provider,
      Opening person,
      Code method,
      Digest evidence,
      GrantAuthorization asked) {
    this.provider = provider;
    this.person = person;
    this.method = method;
    this.evidence = evidence;
    this.asked = asked;
    this.licences = new ChosenLicences(asked);
  }

  /**
   * The person consents to the use of a licence, with all attributes that are asked for.
   *
   * @throws org.huxin.sdk.consent.ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public AssistedDraft licence(LicenceRef licence) {
    licences.add(licence, provider.freshSalt(), Optional.empty());
    return this;
  }

  /**
   * The person consents to the use of a licence, with fewer attributes.
   *
   * @throws org.huxin.sdk.consent.ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public AssistedDraft licence(LicenceRef licence, Set<FieldName> fields) {
    licences.add(licence, provider.freshSalt(), Optional.of(fields));
    return this;
  }

  /**
   * The person consents to the use of any licence of a type that is asked for.
   *
   * @throws org.huxin.sdk.consent.ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public AssistedDraft anyOf(LicenceTypeCode type) {
    licences.addAny(type);
    return this;
  }

  /**
   * Records the consent: returns once it is on the ledger.
   *
   * @return for the window
   * @throws org.huxin.sdk.consent.ConsentRefusedException {@code NOTHING_GRANTED}
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses it, as where the
   *     window is the provider's own
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if it is not known whether the ledger took
   *     it
   */
  public GrantFile record() {
    SignedStatement signed = provider.sign(consent());
    LedgerClient.Committed unused = provider.submit(signed);
    return GrantFile.assisted(signed.jws(), licences.references(), person);
  }

  private AssistConsent consent() {
    Instant latest = asked.notBefore().plusSeconds(AssistConsent.MAX_SECONDS);
    return new AssistConsent(
        asked.grantee().orElseThrow(),
        person.subjectCommitment(),
        method,
        evidence,
        asked.scope(),
        licences.items(),
        asked.serviceItems(),
        asked.purpose(),
        asked.notBefore(),
        asked.notAfter().isAfter(latest) ? latest : asked.notAfter(),
        asked.business());
  }
}
