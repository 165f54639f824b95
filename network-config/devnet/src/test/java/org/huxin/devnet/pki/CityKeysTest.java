// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.topology.Topology;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.embedded.pki.CertificateAuthority;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.Validity;
import org.huxin.fabric.access.Pem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Topology topology = fourCities();
  private final List<OrganisationKeys> keys = CityKeys.generate(topology, NOW, RANDOM);
  private final OrganisationKeys ordos = keys.get(0);

  private static Topology fourCities() {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of(System.getProperty("huxin.root", ""), "network-config/four-cities.yaml"))) {
      return TopologyReader.read(yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate x509(Credential credential) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(credential.certificate().asInputStream());
  }

  private static void validate(Credential leaf, CertificateAuthority... chain)
      throws GeneralSecurityException {
    PKIXParameters parameters =
        new PKIXParameters(
            Set.of(new TrustAnchor(x509(chain[chain.length - 1].credential()), null)));
    parameters.setDate(Date.from(NOW));
    parameters.setRevocationEnabled(false);
    List<X509Certificate> path =
        chain.length == 1 ? List.of(x509(leaf)) : List.of(x509(leaf), x509(chain[0].credential()));
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
  }

  @Test
  void chainsIdentitiesThroughTheIntermediateAuthority() throws GeneralSecurityException {
    validate(ordos.peer(), ordos.intermediate(), ordos.root());
    validate(ordos.orderer(), ordos.intermediate(), ordos.root());
    validate(ordos.admin(), ordos.intermediate(), ordos.root());
    validate(ordos.client(), ordos.intermediate(), ordos.root());
    validate(ordos.peerTls(), ordos.tlsRoot());
    assertThrows(
        GeneralSecurityException.class,
        () -> validate(ordos.peer(), keys.get(1).intermediate(), ordos.root()));
  }

  @Test
  void writesTheRoleAsOrganisationalUnit() {
    assertEquals("C=CN,OU=peer,CN=peer0.ordos.example", ordos.peer().subject());
    assertEquals("C=CN,OU=orderer,CN=orderer0.ordos.example", ordos.orderer().subject());
    assertEquals("C=CN,OU=admin,CN=Admin@ordos.example", ordos.admin().subject());
    assertEquals("C=CN,OU=client,CN=User1@ordos.example", ordos.client().subject());
  }

  @Test
  void namesTheLocalMachineInTlsCertificates() throws GeneralSecurityException {
    assertEquals(
        List.of(
            List.of(2, "peer0.ordos.example"), List.of(2, "localhost"), List.of(7, "127.0.0.1")),
        List.copyOf(x509(ordos.peerTls()).getSubjectAlternativeNames()));
  }

  @Test
  void readsBackWhatItWrote(@TempDir Path folder) throws IOException {
    CityKeys.write(keys, folder);
    OrganisationKeys read = CityKeys.read(topology, folder).get(0);
    assertEquals(ordos.peer().certificate(), read.peer().certificate());
    assertEquals(ordos.client().keyPair().toPem(), read.client().keyPair().toPem());
    assertEquals(ordos.revocationLists(), read.revocationLists());
    Path peer = folder.resolve("ordos.example/peers/peer0.ordos.example");
    assertTrue(
        Files.readString(peer.resolve("msp/config.yaml"))
            .startsWith(
                """
                NodeOUs:
                  Enable: true
                  ClientOUIdentifier:
                    OrganizationalUnitIdentifier: client
                """));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(peer.resolve("msp/keystore/priv_sk"))));
  }

  @Test
  void renewsWithTheSameKey() throws GeneralSecurityException {
    Instant later = NOW.plusSeconds(300L * 86_400);
    OrganisationKeys renewed = CertificateRenewal.renew(ordos, 365, later, RANDOM);
    assertEquals(x509(ordos.peer()).getPublicKey(), x509(renewed.peer()).getPublicKey());
    assertNotEquals(x509(ordos.peer()).getSerialNumber(), x509(renewed.peer()).getSerialNumber());
    assertEquals(
        List.copyOf(x509(ordos.peerTls()).getSubjectAlternativeNames()),
        List.copyOf(x509(renewed.peerTls()).getSubjectAlternativeNames()));
    assertEquals(365, renewed.peer().validity().daysLeft(later));
    x509(renewed.peer()).verify(x509(ordos.intermediate().credential()).getPublicKey());
  }

  @Test
  void renewsOnlyWhatTheAuthorityIssued() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ordos.root().renew(ordos.peer(), Validity.days(NOW, 1), RANDOM));
  }

  @Test
  void reportsTheDaysLeft() {
    List<DaysLeft> left = DaysLeft.of(ordos, NOW);
    assertEquals(9, left.size());
    assertEquals(365, left.get(0).days());
    assertEquals(3650, left.get(8).days());
    assertEquals(-1, DaysLeft.of(ordos, NOW.plusSeconds(365L * 86_400 + 1)).get(0).days());
  }

  @Test
  void listsRevokedCertificates() throws GeneralSecurityException {
    String pem =
        ordos
            .intermediate()
            .revocationList(List.of(ordos.client()), 2, NOW, NOW.plusSeconds(86_400));
    X509CRL crl =
        (X509CRL)
            CertificateFactory.getInstance("X.509")
                .generateCRL(Pem.decode("X509 CRL", pem).asInputStream());
    crl.verify(x509(ordos.intermediate().credential()).getPublicKey());
    assertTrue(crl.isRevoked(x509(ordos.client())));
    assertEquals(1, crl.getRevokedCertificates().size());
  }

  @Test
  void signsWithLowS() {
    BigInteger half =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16)
            .shiftRight(1);
    for (int i = 0; i < 20; i++) {
      byte[] signature = ordos.peer().keyPair().sign(Bytes.utf8("message " + i)).toByteArray();
      int s = 4 + signature[3];
      BigInteger value = new BigInteger(1, signature, s + 2, signature[s + 1]);
      assertTrue(value.compareTo(half) <= 0);
    }
  }
}
