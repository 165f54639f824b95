// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.core.catalogue.AttributeDefinition;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.CityNetwork;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.topology.Topology;
import org.huxin.sdk.Huxin;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.verifying.VerificationRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the story takes place: the cities and their ledger, the offices with their seals and proof
 * stores, and what the chapters leave behind for each other. For one thread.
 */
public final class World implements AutoCloseable {
  /** For what licences are used in the story. */
  static final Code PURPOSE = new Code("HANDLE_SERVICE");

  private static final int SECRET_LENGTH = 32;

  private final CityNetwork network;
  private final Topology topology;
  private final NetworkFolder folder;
  private final Clock clock;
  private final SecureRandom random;
  private final SealWorkshop workshop;
  private final Map<Office, SealWorkshop.MadeSeal> seals = new EnumMap<>(Office.class);
  private final Map<Office, Huxin> systems = new EnumMap<>(Office.class);
  private final Map<Person, HpkePrivateKey> trailKeys = new EnumMap<>(Person.class);
  private @Nullable FoundedCities cities;
  private @Nullable StoryLedger ledger;
  private @Nullable StatementId agreement;

  /**
   * A world in which nothing is founded yet.
   *
   * @param network on which nothing runs yet; stays the caller's to close
   * @param folder where keys are kept
   */
  public World(
      CityNetwork network,
      Topology topology,
      NetworkFolder folder,
      Clock clock,
      SecureRandom random) {
    this.network = network;
    this.topology = topology;
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.workshop = new SealWorkshop(clock.instant(), random);
  }

  /** The cities found their ledger. */
  FoundedCities found() {
    FoundedCities founded =
        FoundedCities.on(
            network,
            topology,
            folder,
            Founding.standard().withRoots(List.of(workshop.root()), List.of()),
            clock,
            random);
    cities = founded;
    ledger = new StoryLedger(founded, clock, random);
    return founded;
  }

  /** The cities, once they are founded. */
  FoundedCities cities() {
    return founded(cities);
  }

  /** The ledger, once it is founded. */
  StoryLedger ledger() {
    return founded(ledger);
  }

  private static <T> T founded(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("nothing is founded yet");
    }
    return part;
  }

  /** The ledger's last block that somebody was told of; 0 before it is founded. */
  long block() {
    return ledger == null ? 0 : ledger.block();
  }

  /** Where chance comes from. */
  SecureRandom random() {
    return random;
  }

  /** Who makes seals. */
  SealWorkshop workshop() {
    return workshop;
  }

  /** The agreement of the four cities, once it is signed. */
  StatementId agreement() {
    return founded(agreement);
  }

  /** The four cities have signed. */
  void agreed(StatementId signed) {
    agreement = signed;
  }

  /** An office seals with this from now on. */
  void sealWith(Office office, SealWorkshop.MadeSeal seal) {
    seals.put(office, seal);
  }

  /** The seal of an office. */
  SealWorkshop.MadeSeal seal(Office office) {
    return founded(seals.get(office));
  }

  /** An office's approval system: the SDK with its key, its secret and a database in memory. */
  Huxin huxin(Office office) {
    return systems.computeIfAbsent(
        office,
        unused -> {
          Huxin huxin =
              Huxin.builder(ledger().id(), ledger().client(office))
                  .authority(office.code(), 1, ledger().key(office).signer(random))
                  .secret(secret())
                  .database(database())
                  .sealTrust(workshop.trust())
                  .clock(clock)
                  .random(random)
                  .build();
          huxin.createTables();
          return huxin;
        });
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  /** A fresh key of somebody, as a browser makes one for a matter, attested. */
  HolderKey keyOf(Person person) {
    SigningKey key = SigningKey.generate(SignatureSuite.P256, random);
    return provider()
        .attest(AttestationOrder.of(key.publicKey(), person.id()))
        .with(key.signer(random));
  }

  /** Who attests. */
  IdentityProvider provider() {
    return new IdentityProvider(
        ledger().identity(Office.IDENTITY_SERVICE),
        ledger().client(Office.IDENTITY_SERVICE),
        clock,
        random);
  }

  /** What opens somebody's trail. */
  HpkePrivateKey trailKey(Person person) {
    return trailKeys.computeIfAbsent(person, unused -> HpkePrivateKey.generate(random));
  }

  /** A holder's wallet, which carries in through some city. */
  Wallet wallet() {
    return new Wallet(ledger().id(), ledger().client(ledger().cities().get(0)), clock, random);
  }

  /** The time of statements. */
  Clock clock() {
    return clock;
  }

  /** A secret of somebody's own. */
  Bytes secret() {
    byte[] secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return Bytes.of(secret);
  }

  /** A digest that stands for a document that the story does not show. */
  static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }

  /** Makes the document, seals it, and anchors the licence as a batch of one. */
  IssuedLicence issue(LicenceDraft draft) throws IOException {
    LicenceDraft.Sealing sealing =
        draft
            .sealing()
            .orElseGet(() -> new LicenceDraft.Sealing(seal(draft.issuer()), ledger().now()));
    SealWorkshop.Sealed sealed =
        sealing.seal().seal(title(draft.kind()), shown(draft), sealing.at());
    Licence licence = draft.licence(sealed, sealing.at());
    return new IssuedLicence(
        draft.kind(),
        huxin(draft.issuer()).issue(draft.batch(), List.of(licence)).get(0),
        sealed.document());
  }

  private DefineLicenceType type(LicenceKind kind) {
    return cities().genesis().licenceTypes().stream()
        .filter(type -> type.type().equals(kind.code()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no type " + kind));
  }

  private String title(LicenceKind kind) {
    return type(kind).name().text();
  }

  /** The attributes as people read them. */
  private Map<String, String> shown(LicenceDraft draft) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (AttributeDefinition each : type(draft.kind()).attributes()) {
      String value = draft.attributes().get(each.shortName().text());
      if (value != null) {
        shown.put(each.name().text(), value);
      }
    }
    return shown;
  }

  /** Asks whether a licence is genuine, in force, and what else the request says. */
  Verdict verify(Office by, IssuedLicence licence, VerificationRequest request) throws IOException {
    return huxin(by).verify(licence.source(), licence.proof(), request);
  }

  /** Asks whether a licence is genuine, in force now and recognised for a service. */
  Verdict recognised(Service service, IssuedLicence licence) throws IOException {
    return recognised(service, licence, ledger().now());
  }

  /** The same as of another time. */
  Verdict recognised(Service service, IssuedLicence licence, Instant asOf) throws IOException {
    return verify(
        service.owner(),
        licence,
        VerificationRequest.asOf(asOf).usedFor(context(service, List.of())));
  }

  /** Who asks at a service's window, without saying on what a use would rest. */
  static AskingContext context(Service service, List<FieldName> fields) {
    return new AskingContext(
        service.owner().code(),
        service.owner().division(),
        service.code(),
        Optional.empty(),
        PURPOSE,
        fields,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    systems.values().forEach(Huxin::close);
    if (ledger != null) {
      ledger.close();
    }
  }
}
