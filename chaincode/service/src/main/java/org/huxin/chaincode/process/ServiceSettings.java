// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.id.LedgerId;

/**
 * What the service is told by its environment, in Fabric's own names as far as it has them.
 *
 * @param address where it listens: {@code CHAINCODE_SERVER_ADDRESS}
 * @param packageId as the peer names the package: {@code CORE_CHAINCODE_ID_NAME}, or {@code
 *     CHAINCODE_ID}
 * @param ledger the ledger that it serves: {@code HUXIN_LEDGER_ID}
 * @param tls if {@code CORE_PEER_TLS_ENABLED} is true
 */
public record ServiceSettings(
    Address address, String packageId, LedgerId ledger, Optional<Tls> tls) {
  private static final String ADDRESS = "CHAINCODE_SERVER_ADDRESS";
  private static final String PACKAGE = "CORE_CHAINCODE_ID_NAME";
  private static final String PACKAGE_TOO = "CHAINCODE_ID";
  private static final String LEDGER = "HUXIN_LEDGER_ID";
  private static final String TLS = "CORE_PEER_TLS_ENABLED";
  private static final String TLS_KEY = "CORE_TLS_CLIENT_KEY_FILE";
  private static final String TLS_CERTIFICATE = "CORE_TLS_CLIENT_CERT_FILE";
  private static final String TLS_ROOT = "CORE_PEER_TLS_ROOTCERT_FILE";
  private static final int MAX_PORT = 65_535;

  /**
   * Where it listens.
   *
   * @param host a name or address of this machine; {@code 0.0.0.0} for all
   * @param port 0 for any free one
   */
  public record Address(String host, int port) {}

  /**
   * What it shows and demands: files of PEM.
   *
   * @param key its key: {@code CORE_TLS_CLIENT_KEY_FILE}
   * @param certificate its certificate chain: {@code CORE_TLS_CLIENT_CERT_FILE}
   * @param clientRoot whose certificates the peer must show: {@code CORE_PEER_TLS_ROOTCERT_FILE}
   */
  public record Tls(Path key, Path certificate, Path clientRoot) {}

  /**
   * Reads the environment.
   *
   * @throws SettingsRefusedException with all that is wrong
   */
  public static ServiceSettings read(Map<String, String> environment)
      throws SettingsRefusedException {
    List<String> problems = new ArrayList<>();
    Optional<Address> address = address(environment, problems);
    Optional<String> packageId =
        value(environment, PACKAGE).or(() -> value(environment, PACKAGE_TOO));
    if (packageId.isEmpty()) {
      problems.add(PACKAGE + " is missing: the package id that the peer printed");
    }
    Optional<LedgerId> ledger = ledger(environment, problems);
    Optional<Tls> tls = tls(environment, problems);
    if (!problems.isEmpty()) {
      throw new SettingsRefusedException(problems);
    }
    return new ServiceSettings(
        address.orElseThrow(), packageId.orElseThrow(), ledger.orElseThrow(), tls);
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  private static Optional<Address> address(Map<String, String> environment, List<String> problems) {
    Optional<String> text = value(environment, ADDRESS);
    if (text.isEmpty()) {
      problems.add(ADDRESS + " is missing: host:port on which to listen");
      return Optional.empty();
    }
    int colon = text.get().lastIndexOf(':');
    String port = text.get().substring(colon + 1);
    if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
      problems.add(ADDRESS + " is not host:port");
      return Optional.empty();
    }
    return Optional.of(new Address(text.get().substring(0, colon), Integer.parseInt(port)));
  }

  private static Optional<LedgerId> ledger(Map<String, String> environment, List<String> problems) {
    Optional<String> text = value(environment, LEDGER);
    if (text.isEmpty()) {
      problems.add(LEDGER + " is missing: the digest of the genesis configuration");
      return Optional.empty();
    }
    try {
      return Optional.of(LedgerId.parse(text.get()));
    } catch (IllegalArgumentException e) {
      problems.add(LEDGER + " is not sha256: and 64 hexadecimal digits");
      return Optional.empty();
    }
  }

  private static Optional<Tls> tls(Map<String, String> environment, List<String> problems) {
    String enabled = value(environment, TLS).orElse("false");
    if (enabled.equals("false")) {
      return Optional.empty();
    }
    if (!enabled.equals("true")) {
      problems.add(TLS + " is neither true nor false");
      return Optional.empty();
    }
    Optional<Path> key = file(environment, TLS_KEY, problems);
    Optional<Path> certificate = file(environment, TLS_CERTIFICATE, problems);
    Optional<Path> root = file(environment, TLS_ROOT, problems);
    return key.isPresent() && certificate.isPresent() && root.isPresent()
        ? Optional.of(new Tls(key.get(), certificate.get(), root.get()))
        : Optional.empty();
  }

  private static Optional<Path> file(
      Map<String, String> environment, String name, List<String> problems) {
    Optional<Path> file = value(environment, name).map(Path::of);
    if (file.isEmpty()) {
      problems.add(name + " is missing: with " + TLS + " it names a PEM file");
    } else if (!Files.isReadable(file.get())) {
      problems.add(name + " names no file that can be read");
    }
    return file;
  }
}
