// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import static org.huxin.devnet.demo.LicenceKind.BUSINESS;
import static org.huxin.devnet.demo.LicenceKind.CONSTRUCTION_GRADE;
import static org.huxin.devnet.demo.LicenceKind.CONSTRUCTION_SAFETY;
import static org.huxin.devnet.demo.LicenceKind.FOOD;
import static org.huxin.devnet.demo.LicenceKind.IDENTITY_CARD;
import static org.huxin.devnet.demo.LicenceKind.MARRIAGE;
import static org.huxin.devnet.demo.LicenceKind.PROPERTY;
import static org.huxin.devnet.demo.LicenceKind.ROAD_TRANSPORT;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.governance.FoundOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.authority.UpdateAuthority;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.competence.OpenSupervision;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.SealKind;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.CityGenesis;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** Four cities found their ledger; offices, seals, competences and services stand on it. */
final class FoundingChapter implements Chapter {
  private static final Duration COMPETENT_SINCE = Duration.ofDays(365);

  /** Who issues what. */
  private record Competence(Office office, LicenceKind kind) {}

  private static final List<Competence> COMPETENCES =
      List.of(
          new Competence(Office.DONGSHENG_MARKET, BUSINESS),
          new Competence(Office.DONGSHENG_MARKET, FOOD),
          new Competence(Office.KANGBASHI_PROPERTY, PROPERTY),
          new Competence(Office.EJIN_HORO_TRANSPORT, ROAD_TRANSPORT),
          new Competence(Office.HOHHOT_CONSTRUCTION, CONSTRUCTION_SAFETY),
          new Competence(Office.HOHHOT_CONSTRUCTION, CONSTRUCTION_GRADE),
          new Competence(Office.KUNDULUN_CIVIL, MARRIAGE),
          new Competence(Office.ULANQAB_MARKET, BUSINESS),
          new Competence(Office.JINING_POLICE, IDENTITY_CARD),
          new Competence(Office.ORDOS_APPROVAL, CONSTRUCTION_GRADE));

  @Override
  public String name() {
    return "founding";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    narrator.act("found", () -> world.found());
    int cities = world.cities().cities().size();
    narrator.outcome(
        "same", cities + "/" + cities, () -> holders(world) + "/" + cities, world.ledger().id());
    narrator.refused("another", LedgerRefusal.LEDGER_ALREADY_FOUNDED, () -> foundAnother(world));
    narrator.act("offices", () -> offices(world), Office.values().length);
    List<Office> issuers = COMPETENCES.stream().map(Competence::office).distinct().toList();
    narrator.act("seals", () -> seals(world, issuers), issuers.size());
    narrator.act("competences", () -> competences(world), COMPETENCES.size());
    narrator.act("services", () -> services(world), Service.values().length);
  }

  /** In how many cities the same configuration is accepted, which changes nothing any more. */
  private static long holders(World world) {
    return world.ledger().cities().stream()
        .map(city -> found(world, city, world.cities().genesis()))
        .filter(accepted -> accepted.statement().digest().equals(world.ledger().id().digest()))
        .count();
  }

  private static Committed found(World world, DivisionCode by, GenesisConfiguration genesis) {
    return world
        .ledger()
        .client(by)
        .submit(
            FoundOperation.NAME,
            List.of(CanonicalJson.text(GenesisConfiguration.CODEC.encode(genesis))));
  }

  /** Another nonce is another ledger. */
  private static void foundAnother(World world) {
    GenesisConfiguration genesis = world.cities().genesis();
    Committed unused =
        found(
            world,
            world.ledger().cities().get(0),
            new GenesisConfiguration(
                world.secret().slice(0, genesis.nonce().length()),
                genesis.channel(),
                genesis.network(),
                genesis.cities(),
                genesis.divisions(),
                genesis.licenceTypes(),
                genesis.limits(),
                genesis.sealRoots(),
                genesis.timeStampRoots()));
  }

  private static void offices(World world) {
    for (Office office : Office.values()) {
      Optional<FoundedCity> governed =
          world.cities().cities().stream()
              .filter(city -> city.governor().equals(office.code()))
              .findFirst();
      if (governed.isPresent()) {
        takeUpRoles(world, office);
      } else {
        register(world, office);
      }
    }
  }

  private static void takeUpRoles(World world, Office office) {
    if (office.roles().isEmpty()) {
      return;
    }
    StoryLedger ledger = world.ledger();
    int version = ledger.get(office, Authority.ENTITY, office.code().text()).version();
    Committed unused =
        ledger.submit(
            office,
            version,
            at ->
                new UpdateAuthority(
                    office.code(),
                    office.officialName(),
                    Optional.empty(),
                    office.roles().stream()
                        .map(role -> new RoleGrant(role, at, Optional.empty()))
                        .toList(),
                    Optional.empty(),
                    List.of()));
  }

  private static void register(World world, Office office) {
    StoryLedger ledger = world.ledger();
    SigningKey key = SigningKey.generate(SignatureSuite.SM, world.random());
    Committed unused =
        ledger.submit(
            governor(world, office.city()),
            at ->
                new RegisterAuthority(
                    office.code(),
                    office.officialName(),
                    office.division(),
                    Optional.empty(),
                    office.roles().stream()
                        .map(role -> new RoleGrant(role, at, Optional.empty()))
                        .toList(),
                    List.of(
                        CityGenesis.registration(
                            office.code(), key, 1, ledger.id(), at, world.random())),
                    Optional.of(HpkePrivateKey.generate(world.random()).publicKey()),
                    List.of()));
    ledger.sign(office, key);
  }

  /** The office that governs a city. */
  static Office governor(World world, DivisionCode city) {
    FoundedCity founded = world.cities().city(city.text());
    for (Office office : Office.values()) {
      if (office.code().equals(founded.governor())) {
        return office;
      }
    }
    throw new IllegalStateException("no governor of " + city);
  }

  private static void seals(World world, List<Office> owners) {
    int number = 1;
    for (Office owner : owners) {
      SealWorkshop.MadeSeal seal =
          world
              .workshop()
              .make(owner.division() + "1000000" + number++, owner.officialName().text());
      file(world, owner, seal);
      world.sealWith(owner, seal);
    }
  }

  /** The seal's owner says that it is its own, and the maker files it. */
  static void file(World world, Office owner, SealWorkshop.MadeSeal made) {
    StoryLedger ledger = world.ledger();
    Committed unused =
        ledger.submit(
            Office.SEAL_SERVICE,
            at ->
                new FileSeal(
                    made.name(),
                    owner.code(),
                    SealKind.BUSINESS,
                    made.seal().structure(),
                    List.of(made.certificate().digest()),
                    made.seal().info().property().validFrom(),
                    made.seal().info().property().validTo(),
                    made.seal().info().property().validFrom(),
                    ledger
                        .identity(owner)
                        .sign(
                            FactKind.SEAL_OWNERSHIP,
                            SealOwnership.CODEC,
                            new SealOwnership(
                                ledger.id(), at, made.name(), made.seal().structure()))
                        .jws(),
                    List.of()));
  }

  private static void competences(World world) {
    for (Competence each : COMPETENCES) {
      Committed unused =
          world
              .ledger()
              .submit(
                  governor(world, each.office().city()),
                  at ->
                      new OpenAccreditation(
                          each.office().code(),
                          each.kind().code(),
                          each.office().division(),
                          at.minus(COMPETENT_SINCE),
                          Optional.empty(),
                          World.digest("accreditation"),
                          List.of(world.seal(each.office()).name()),
                          Optional.empty()));
    }
    Committed unused =
        world
            .ledger()
            .submit(
                Office.ORDOS_APPROVAL,
                at ->
                    new OpenSupervision(
                        Office.JUNGAR_ENERGY.code(),
                        ROAD_TRANSPORT.code(),
                        Office.ORDOS_APPROVAL.division(),
                        at,
                        Optional.empty(),
                        World.digest("supervision")));
  }

  private static void services(World world) {
    for (Service service : Service.values()) {
      Committed unused = world.ledger().submit(service.owner(), service::definition);
    }
  }
}
