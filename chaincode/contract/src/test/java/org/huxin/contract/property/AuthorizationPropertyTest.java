// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.huxin.contract.property.AuthorizationModel.Consumer;
import org.huxin.contract.property.AuthorizationModel.Grant;
import org.huxin.contract.property.AuthorizationModel.Who;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.RetireHolderKey;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.competence.CloseUseScope;
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
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

/** A holder grants, an agent passes on, consumers use, and keys and scopes end meanwhile. */
final class AuthorizationPropertyTest {
  private static final Uscc PROVIDER = SampleAuthority.in(SampleCity.ORDOS.district(), 3);
  private static final Code PURPOSE = new Code("OPEN_SHOP");
  private static final Duration LONGEST =
      Duration.ofSeconds(ContractBench.LIMITS.authorizationSeconds());
  private static final Set<String> SCOPE_FIELDS = Set.of("A", "B");
  private static final Map<Who, Jws> ATTESTATIONS = new EnumMap<>(Who.class);
  private static final StatementId SCOPE;
  private static final ContractBench FOUNDED = ContractBench.founded();

  static {
    for (Consumer each : Consumer.values()) {
      FOUNDED.register(
          consumer(each), SampleCity.ORDOS.district(), Optional.empty(), Role.CONSUMER);
    }
    SampleKey provider =
        FOUNDED.register(
            PROVIDER, SampleCity.ORDOS.district(), Optional.empty(), Role.IDENTITY_PROVIDER);
    for (Who each : Who.values()) {
      ATTESTATIONS.put(each, attest(provider, each));
    }
    SampleCatalogue.putType(FOUNDED, SampleCatalogue.BUSINESS_LICENCE, false);
    SignedStatement opened =
        FOUNDED.sign(
            SampleCity.ORDOS.governorKey(),
            new OpenUseScope(
                consumer(Consumer.ASKER),
                List.of(SampleCatalogue.BUSINESS_LICENCE),
                List.of(item("1"), item("2")),
                List.of(PURPOSE),
                fields(SCOPE_FIELDS),
                false,
                digest("basis"),
                FOUNDED.now(),
                Optional.empty()));
    FOUNDED.accept(SampleCity.ORDOS, opened);
    SCOPE = opened.id();
    FOUNDED.pass(Duration.ofDays(10));
  }

  private static Uscc consumer(Consumer which) {
    return SampleAuthority.in(SampleCity.ORDOS.district(), which == Consumer.ASKER ? 1 : 2);
  }

  private static SampleKey key(Who who) {
    return SampleKey.holder(who.name());
  }

  private static Jws attest(SampleKey provider, Who who) {
    return FOUNDED.attest(
        provider,
        new Attestation(
            ContractBench.LEDGER,
            ContractBench.FOUNDED,
            key(who).key().publicKey(),
            AssuranceLevel.HIGH,
            new SubjectCommitment(digest(who.name())),
            ContractBench.FOUNDED,
            ContractBench.FOUNDED.plus(Duration.ofDays(3650)),
            who == Who.SUCCESSOR ? Optional.of(key(Who.HOLDER).thumbprint()) : Optional.empty(),
            Optional.empty()));
  }

  private static ServiceItemCode item(String number) {
    return new ServiceItemCode(consumer(Consumer.ASKER) + "000100011500" + number);
  }

  private static List<FieldName> fields(Set<String> names) {
    return names.stream().sorted().map(FieldName::new).toList();
  }

  private static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }

  @Test
  void whatIsGrantedIsUsedAsTheModelSays() {
    RandomSequences.run(random -> new Run(random).run());
  }

  private static final class Run {
    private record Signed(SignedStatement statement, Grant grant) {}

    private final Sequence sequence;
    private final ContractBench bench;
    private final AuthorizationModel model = new AuthorizationModel(LONGEST, SCOPE_FIELDS);

    /** All grants that were signed; they are carried in sooner or later. */
    private final List<Signed> signed = new ArrayList<>();

    private int scopeVersion = 1;

    Run(Random random) {
      sequence = new Sequence(random, FOUNDED.copy());
      bench = sequence.bench();
    }

    void run() {
      int steps = 7 + sequence.random().nextInt(9);
      for (int i = 0; i < steps; i++) {
        sequence.pass(100);
        if (signed.isEmpty() || sequence.once(4)) {
          sign();
        } else if (sequence.once(5)) {
          carry(sequence.one(signed));
        } else if (sequence.once(7)) {
          revoke();
        } else if (sequence.once(12)) {
          endKey();
        } else if (sequence.once(20)) {
          closeScope();
        } else {
          use();
        }
        compare();
      }
    }

    private Jws attestation(Who who) {
      return Optional.ofNullable(ATTESTATIONS.get(who)).orElseThrow();
    }

    private Set<String> some(String... of) {
      Set<String> some = new TreeSet<>(Set.of(sequence.one(of)));
      some.add(sequence.one(of));
      return some;
    }

    private void sign() {
      List<Signed> wider = signed.stream().filter(each -> each.grant().withAgent()).toList();
      Optional<Signed> parent =
          signed.isEmpty() || sequence.once(2)
              ? Optional.empty()
              : Optional.of(sequence.one(wider.isEmpty() || sequence.once(8) ? signed : wider));
      boolean withAgent = parent.isEmpty() && sequence.once(2);
      Optional<Consumer> grantee =
          withAgent && sequence.once(2)
              ? Optional.empty()
              : Optional.of(sequence.once(8) ? Consumer.OTHER : Consumer.ASKER);
      boolean within = parent.isPresent() && !sequence.once(3);
      Grant wide = parent.map(Signed::grant).orElseGet(() -> grant(grantee, withAgent));
      Grant grant =
          within
              ? new Grant(
                  Who.AGENT,
                  bench.now(),
                  wide.grantee().or(() -> grantee),
                  false,
                  parent.map(each -> each.statement().id()),
                  wide.fields(),
                  wide.items(),
                  1,
                  wide.notBefore(),
                  wide.notAfter())
              : of(grant(grantee, withAgent), parent);
      SignedStatement statement = bench.sign(key(grant.by()), written(grant));
      signed.add(new Signed(statement, grant));
      if (!sequence.once(4)) {
        carry(signed.get(signed.size() - 1));
      }
    }

    private Grant grant(Optional<Consumer> grantee, boolean withAgent) {
      Instant notBefore = sequence.around(3, sequence.once(4) ? 6 : 0);
      Duration length =
          sequence.once(12)
              ? LONGEST.plusHours(sequence.random().nextInt(4))
              : Duration.ofHours(1L + sequence.random().nextInt(30));
      return new Grant(
          sequence.one(Who.HOLDER, Who.HOLDER, Who.HOLDER, Who.SUCCESSOR, Who.AGENT),
          bench.now(),
          grantee,
          withAgent,
          Optional.empty(),
          sequence.once(10) ? some("A", "C") : some("A", "A", "B"),
          some("1", "2"),
          1 + sequence.random().nextInt(3),
          notBefore,
          notBefore.plus(length));
    }

    private Grant of(Grant grant, Optional<Signed> parent) {
      return new Grant(
          parent.isPresent() && !sequence.once(4) ? Who.AGENT : grant.by(),
          grant.issuedAt(),
          grant.grantee(),
          grant.withAgent(),
          parent.map(each -> each.statement().id()),
          grant.fields(),
          grant.items(),
          grant.maxUses(),
          grant.notBefore(),
          grant.notAfter());
    }

    private static GrantAuthorization written(Grant grant) {
      Optional<Thumbprint> agent =
          Optional.of(key(Who.AGENT).thumbprint()).filter(each -> grant.withAgent());
      return new GrantAuthorization(
          grant.grantee().map(AuthorizationPropertyTest::consumer),
          agent,
          grant.parent(),
          SCOPE,
          List.of(
              new GrantedItem(
                  SampleCatalogue.BUSINESS_LICENCE,
                  Optional.empty(),
                  Optional.empty(),
                  fields(grant.fields()))),
          grant.items().stream().sorted().map(AuthorizationPropertyTest::item).toList(),
          PURPOSE,
          grant.maxUses(),
          grant.notBefore(),
          grant.notAfter(),
          Optional.empty());
    }

    private void carry(Signed grant) {
      StatementId id = grant.statement().id();
      Jws attestation = attestation(grant.grant().by());
      if (model.isGranted(id)) {
        bench.repeat(SampleCity.ORDOS, grant.statement(), attestation);
        return;
      }
      Optional<LedgerRefusal> refusal = model.whyNotGranted(id, grant.grant(), bench.now());
      sequence.step(refusal, SampleCity.ORDOS, grant.statement(), attestation);
      if (refusal.isEmpty()) {
        model.grant(id, grant.grant(), bench.now());
      }
    }

    private void revoke() {
      Signed grant = sequence.one(signed);
      Who grantor = sequence.once(6) ? sequence.one(Who.values()) : grant.grant().by();
      Who by = sequence.once(3) ? sequence.one(Who.values()) : grantor;
      StatementId id = grant.statement().id();
      Optional<LedgerRefusal> refusal = model.whyNotRevoked(id, grantor, by, bench.now());
      RevokeAuthorization revocation =
          new RevokeAuthorization(id, Optional.of(key(grantor).thumbprint()));
      sequence.step(refusal, SampleCity.BAOTOU, bench.sign(key(by), revocation), attestation(by));
      if (refusal.isEmpty()) {
        model.revoke(id, grantor);
      }
    }

    private void endKey() {
      Who ended = sequence.one(Who.values());
      Who by = sequence.once(3) ? sequence.one(Who.values()) : ended;
      Instant since = sequence.around(6, sequence.once(5) ? 6 : 0);
      Optional<LedgerRefusal> refusal = model.whyNotEnded(ended, since, by, bench.now());
      RetireHolderKey retirement =
          new RetireHolderKey(key(ended).thumbprint(), since, new Code("LOST"));
      sequence.step(refusal, SampleCity.ORDOS, bench.sign(key(by), retirement), attestation(by));
      if (refusal.isEmpty()) {
        model.end(ended, since);
      }
    }

    private void closeScope() {
      if (scopeVersion == 1) {
        Instant at = bench.now().plus(Duration.ofHours(sequence.random().nextInt(3)));
        sequence.step(
            Optional.empty(),
            SampleCity.ORDOS,
            bench.sign(SampleCity.ORDOS.governorKey(), scopeVersion, new CloseUseScope(SCOPE, at)));
        model.closeScope(at);
        scopeVersion++;
      }
    }

    /** Mostly one that the ledger has. */
    private StatementId granted() {
      List<StatementId> granted =
          signed.stream().map(each -> each.statement().id()).filter(model::isGranted).toList();
      return granted.isEmpty() ? signed.get(0).statement().id() : sequence.one(granted);
    }

    private void use() {
      List<StatementId> ids = new ArrayList<>();
      do {
        ids.add(sequence.once(6) ? sequence.one(signed).statement().id() : granted());
      } while (sequence.once(5));
      Consumer by = sequence.once(8) ? Consumer.OTHER : Consumer.ASKER;
      Set<String> fields = Set.of(sequence.one("A", "A", "B"));
      String item = sequence.one("1", "2");
      Optional<LedgerRefusal> refusal = model.whyNotUsed(ids, by, fields, item, bench.now());
      RecordUsage usage =
          new RecordUsage(
              consumer(by),
              item(item),
              digest("business at " + bench.now()),
              0,
              UseBasis.AUTHORIZATION,
              Optional.empty(),
              Optional.empty(),
              PURPOSE,
              SampleCity.ORDOS.district(),
              0,
              digest("verdict"),
              ids.stream().map(id -> used(id, fields)).toList());
      sequence.step(refusal, SampleCity.ORDOS, bench.sign(SampleKey.of(consumer(by), 1), usage));
      if (refusal.isEmpty()) {
        model.use(ids);
      }
    }

    private static UsedLicence used(StatementId id, Set<String> fields) {
      return new UsedLicence(
          Optional.of(id),
          SampleCatalogue.BUSINESS_LICENCE,
          SampleCity.BAOTOU.district(),
          new BlindedRef(digest("licence")),
          fields(fields),
          Bytes.of(new byte[Trail.SEALED_LENGTH]));
    }

    private void compare() {
      for (Signed each : signed) {
        StatementId id = each.statement().id();
        Optional<Authorization> found = bench.ledger().get(Authorization.key(id));
        sequence.check("whether it is granted", model.isGranted(id), found.isPresent());
        if (found.isPresent()) {
          sequence.check("uses", model.used(id), found.get().state().used());
          sequence.check("revoked", model.isRevoked(id), found.get().state().revoked());
        }
      }
    }
  }
}
