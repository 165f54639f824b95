// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.Trail;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A holder's grant of one use to an agent, who grants it on to the windows of two cities: both may
 * ask, and one use is all there is.
 */
final class SharedGrant {
  private static final FieldName NAME = new FieldName("MC");
  private static final Code PURPOSE = new Code("OPEN_SHOP");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Uscc PROVIDER = SampleAuthority.in(SampleCity.ORDOS.code(), 91);

  private final CityLedger ledger;
  private final SampleKey provider;
  private final SampleKey holder = SampleKey.holder("herder");
  private final SampleKey agent = SampleKey.holder("agent");
  private final Instant until = CityLedger.now().plus(HOUR);

  private SharedGrant(CityLedger ledger) throws Exception {
    this.ledger = ledger;
    this.provider =
        Registrations.register(ledger, SampleCity.ORDOS, PROVIDER, Role.IDENTITY_PROVIDER);
  }

  /** What a city's window may record: its use of the holder's one grant, for each city. */
  static List<SignedStatement> usages(CityLedger ledger, List<SampleCity> cities) throws Exception {
    return new SharedGrant(ledger).usages(cities);
  }

  private List<SignedStatement> usages(List<SampleCity> cities) throws Exception {
    for (SampleCity city : cities) {
      SampleKey unused = Registrations.register(ledger, city, consumer(city), Role.CONSUMER);
    }
    List<StatementId> scopes = new ArrayList<>();
    for (SampleCity city : cities) {
      scopes.add(openScope(city));
    }
    StatementId parent =
        grant(
            holder,
            scopes.get(0),
            Optional.empty(),
            Optional.of(agent.thumbprint()),
            Optional.empty());
    List<SignedStatement> usages = new ArrayList<>();
    for (int i = 0; i < cities.size(); i++) {
      SampleCity city = cities.get(i);
      StatementId child =
          grant(
              agent,
              scopes.get(i),
              Optional.of(consumer(city)),
              Optional.empty(),
              Optional.of(parent));
      usages.add(ledger.sign(SampleKey.of(consumer(city), 1), Optional.empty(), use(city, child)));
    }
    return usages;
  }

  private static Uscc consumer(SampleCity city) {
    return SampleAuthority.in(city.code(), 92);
  }

  private static ServiceItemCode item() {
    return SampleCatalogue.itemOf(consumer(SampleCity.ORDOS));
  }

  private StatementId openScope(SampleCity city) throws Exception {
    SignedStatement scope =
        ledger.sign(
            city.governorKey(),
            Optional.empty(),
            new OpenUseScope(
                consumer(city),
                List.of(SampleCatalogue.BUSINESS_LICENCE),
                List.of(item()),
                List.of(PURPOSE),
                List.of(NAME),
                false,
                digest("basis"),
                CityLedger.now(),
                Optional.empty()));
    String unused = ledger.submit(city, scope);
    return scope.id();
  }

  private StatementId grant(
      SampleKey by,
      StatementId scope,
      Optional<Uscc> grantee,
      Optional<Thumbprint> named,
      Optional<StatementId> parent)
      throws Exception {
    SignedStatement grant =
        ledger.sign(
            by,
            Optional.empty(),
            new GrantAuthorization(
                grantee,
                named,
                parent,
                scope,
                List.of(
                    new GrantedItem(
                        SampleCatalogue.BUSINESS_LICENCE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(NAME))),
                List.of(item()),
                PURPOSE,
                1,
                until.minus(HOUR),
                until,
                Optional.empty()));
    String unused = ledger.submit(SampleCity.ORDOS, grant, attest(by));
    return grant.id();
  }

  private Jws attest(SampleKey key) {
    Attestation attestation =
        new Attestation(
            ledger.id(),
            CityLedger.now(),
            key.key().publicKey(),
            AssuranceLevel.HIGH,
            new SubjectCommitment(digest("subject of " + key.thumbprint())),
            CityLedger.now(),
            until,
            Optional.empty(),
            Optional.empty());
    return Jws.sign(
        provider.signer(),
        provider.id(),
        FactKind.ATTESTATION.type(),
        Attestation.CODEC.encode(attestation));
  }

  private static RecordUsage use(SampleCity city, StatementId authorization) {
    return new RecordUsage(
        consumer(city),
        item(),
        digest("business"),
        0,
        UseBasis.AUTHORIZATION,
        Optional.empty(),
        Optional.empty(),
        PURPOSE,
        city.district(),
        0,
        digest("verdict"),
        List.of(
            new UsedLicence(
                Optional.of(authorization),
                SampleCatalogue.BUSINESS_LICENCE,
                SampleCity.ORDOS.district(),
                new BlindedRef(digest("licence")),
                List.of(NAME),
                Bytes.of(new byte[Trail.SEALED_LENGTH]))));
  }

  private static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }
}
