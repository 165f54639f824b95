// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An organisation's certificates and keys as a folder in the layout of Fabric's own tools: {@code
 * msp}, {@code peers/NAME/{msp,tls}}, {@code orderers/NAME/{msp,tls}}, {@code users/NAME/msp}, and
 * {@code ca}, {@code ica}, {@code tlsca} with the authorities' keys. Private keys are readable by
 * their owner alone, where the file system knows owners.
 */
public final class OrganisationKeysFolder {
  private static final String CERTIFICATE = "cert.pem";
  private static final String KEY = "key.pem";

  private final Path folder;

  /** The folder of one organisation; it need not exist before something is written. */
  public OrganisationKeysFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes everything, over what is there.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(OrganisationKeys keys) throws IOException {
    write(keys.root().credential(), folder.resolve("ca"));
    write(keys.intermediate().credential(), folder.resolve("ica"));
    write(keys.tlsRoot().credential(), folder.resolve("tlsca"));
    writeMsp(keys, folder.resolve("msp"));
    Path peer = folder.resolve("peers").resolve("peer0." + keys.domain());
    writeLocalMsp(keys, keys.peer(), peer.resolve("msp"));
    writeTls(keys, keys.peerTls(), peer.resolve("tls"));
    Path orderer = folder.resolve("orderers").resolve("orderer0." + keys.domain());
    writeLocalMsp(keys, keys.orderer(), orderer.resolve("msp"));
    writeTls(keys, keys.ordererTls(), orderer.resolve("tls"));
    Path users = folder.resolve("users");
    writeLocalMsp(keys, keys.admin(), users.resolve("Admin@" + keys.domain()).resolve("msp"));
    writeLocalMsp(keys, keys.client(), users.resolve("User1@" + keys.domain()).resolve("msp"));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if a file is missing or cannot be read
   * @throws IllegalArgumentException if a file holds something else
   */
  public OrganisationKeys read(String mspId, String domain) throws IOException {
    Path peer = folder.resolve("peers").resolve("peer0." + domain);
    Path orderer = folder.resolve("orderers").resolve("orderer0." + domain);
    Path users = folder.resolve("users");
    return new OrganisationKeys(
        mspId,
        domain,
        new CertificateAuthority(read(folder.resolve("ca"))),
        new CertificateAuthority(read(folder.resolve("ica"))),
        new CertificateAuthority(read(folder.resolve("tlsca"))),
        readLocalMsp(peer.resolve("msp")),
        readTls(peer.resolve("tls")),
        readLocalMsp(orderer.resolve("msp")),
        readTls(orderer.resolve("tls")),
        readLocalMsp(users.resolve("Admin@" + domain).resolve("msp")),
        readLocalMsp(users.resolve("User1@" + domain).resolve("msp")),
        readAll(folder.resolve("msp").resolve("crls")));
  }

  private static void writeMsp(OrganisationKeys keys, Path msp) throws IOException {
    text(msp.resolve("cacerts").resolve("ca.pem"), keys.root().credential().certificatePem());
    text(
        msp.resolve("intermediatecerts").resolve("ica.pem"),
        keys.intermediate().credential().certificatePem());
    text(
        msp.resolve("tlscacerts").resolve("tlsca.pem"),
        keys.tlsRoot().credential().certificatePem());
    for (int i = 0; i < keys.revocationLists().size(); i++) {
      text(msp.resolve("crls").resolve("crl" + i + ".pem"), keys.revocationLists().get(i));
    }
    text(msp.resolve("config.yaml"), nodeOus());
  }

  private static void writeLocalMsp(OrganisationKeys keys, Credential credential, Path msp)
      throws IOException {
    writeMsp(keys, msp);
    text(msp.resolve("signcerts").resolve(CERTIFICATE), credential.certificatePem());
    secret(msp.resolve("keystore").resolve("priv_sk"), credential.keyPair().toPem());
  }

  private static void writeTls(OrganisationKeys keys, Credential credential, Path tls)
      throws IOException {
    text(tls.resolve("ca.crt"), keys.tlsRoot().credential().certificatePem());
    text(tls.resolve("server.crt"), credential.certificatePem());
    secret(tls.resolve("server.key"), credential.keyPair().toPem());
  }

  private static void write(Credential credential, Path folder) throws IOException {
    text(folder.resolve(CERTIFICATE), credential.certificatePem());
    secret(folder.resolve(KEY), credential.keyPair().toPem());
  }

  private static Credential read(Path folder) throws IOException {
    return credential(folder.resolve(CERTIFICATE), folder.resolve(KEY));
  }

  private static Credential readLocalMsp(Path msp) throws IOException {
    return credential(
        msp.resolve("signcerts").resolve(CERTIFICATE), msp.resolve("keystore").resolve("priv_sk"));
  }

  private static Credential readTls(Path tls) throws IOException {
    return credential(tls.resolve("server.crt"), tls.resolve("server.key"));
  }

  private static Credential credential(Path certificate, Path key) throws IOException {
    return Credential.fromPem(Files.readString(certificate), Files.readString(key));
  }

  private static List<String> readAll(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static String nodeOus() {
    StringBuilder yaml = new StringBuilder("NodeOUs:\n  Enable: true\n");
    for (Role role : Role.values()) {
      String unit = role.organisationalUnit();
      yaml.append("  ")
          .append(Character.toUpperCase(unit.charAt(0)))
          .append(unit.substring(1))
          .append("OUIdentifier:\n    OrganizationalUnitIdentifier: ")
          .append(unit)
          .append('\n');
    }
    return yaml.toString();
  }

  private static void text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void secret(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
