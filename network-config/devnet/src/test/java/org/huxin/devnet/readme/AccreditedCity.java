// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.CityGovernor;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.ledger.LedgerClient;

/** Four cities, in one of which an authority may issue. */
final class AccreditedCity implements AutoCloseable {
  static final Uscc AUTHORITY = new Uscc("11150602MB9T0002XY");
  static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  static final DivisionCode DIVISION = new DivisionCode("150602");
  static final BatchKind KIND = BatchKind.current(TYPE, 1, DIVISION);
  static final HolderId HOLDER = new HolderId(HolderCodeType.USCC, "91150602MA0T000115");
  static final Bytes DOCUMENT = Bytes.utf8("the document of a licence");
  static final Digest DECISION = DigestAlgorithm.SM3.digest(Bytes.utf8("a decision"));
  static final Bytes SECRET = Bytes.utf8("a secret of at least thirty-two bytes");
  static final SecureRandom RANDOM = new SecureRandom();

  private static final String KEY = "issuer";

  private final NetworkFolder folder;
  private final EmbeddedCityNetwork network;
  private final FoundedCity city;
  private final SigningKey key;

  AccreditedCity(Path where) throws IOException {
    Topology topology = FourCities.topology();
    folder = NetworkFolder.open(where);
    network = EmbeddedCityNetwork.startOnFreePorts(topology, Transport.TLS, folder.network());
    city =
        FoundedCities.on(network, topology, folder, Founding.standard(), Clock.systemUTC(), RANDOM)
            .city("150600");
    try (LedgerClient client = GatewayLedger.of(city.profile())) {
      CityGovernor governor = new CityGovernor(city, client, Clock.systemUTC(), RANDOM);
      key =
          governor.register(
              AUTHORITY,
              new Name("东胜区市场监督管理局(示例)"),
              DIVISION,
              KEY,
              SignatureSuite.SM,
              Role.ISSUER,
              Role.CONSUMER);
      LedgerClient.Committed unused =
          governor.submit(
              Optional.empty(),
              new OpenAccreditation(
                  AUTHORITY,
                  TYPE,
                  DIVISION,
                  now(),
                  Optional.empty(),
                  DECISION,
                  List.of(),
                  Optional.empty()));
    }
  }

  FoundedCity city() {
    return city;
  }

  SigningKey key() {
    return key;
  }

  Path keyFile() {
    return BusinessKeys.file(city.keys(), KEY);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  static LicenceIdentifier identifier(String serial) {
    return new LicenceIdentifier(TYPE, AUTHORITY, serial, 1);
  }

  static Licence licence(String serial) {
    return Licence.builder(identifier(serial), LocalDate.of(2026, 1, 15))
        .attribute("MC", "示例餐饮有限公司")
        .holder(HOLDER)
        .document(DOCUMENT)
        .build();
  }

  @Override
  public void close() {
    network.close();
    folder.close();
  }
}
