// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A chaincode package that holds no code, only that the chaincode is a service (Fabric's type
 * {@code ccaas}). Where the service listens is a placeholder that each peer fills in by itself, so
 * that one package serves all, and the same label makes the same bytes everywhere: Fabric demands
 * that all organisations name one package id.
 *
 * @param label the package's name, of letters, digits, dots, hyphens, underscores and plus signs
 * @param archive the bytes of the package, a compressed archive
 */
public record ServicePackage(String label, Bytes archive) {
  /** Stands where the address will be; Fabric's own builder fills in the same. */
  public static final String ADDRESS = "{{.address}}";

  /** Fabric's own rule for labels. */
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9_.+-]{0,127})";

  private static final int READABLE = 0100644;

  private static final String PLAIN =
      "{\"address\":\"" + ADDRESS + "\",\"dial_timeout\":\"10s\",\"tls_required\":false}\n";

  private static final String MUTUAL_TLS =
      "{\"address\":\""
          + ADDRESS
          + "\",\"client_auth_required\":true,\"client_cert\":\"{{.client_cert}}\","
          + "\"client_key\":\"{{.client_key}}\",\"dial_timeout\":\"10s\","
          + "\"root_cert\":\"{{.root_cert}}\",\"tls_required\":true}\n";

  /**
   * The package of that label, of a service that peers reach without TLS.
   *
   * @throws IllegalArgumentException if the label has another form
   */
  public static ServicePackage of(String label) {
    return of(label, PLAIN);
  }

  /**
   * The package of that label, of a service that demands a certificate of its peer. Each peer fills
   * in its own key and certificate and the service's root certificate, as it does the address.
   *
   * @throws IllegalArgumentException if the label has another form
   */
  public static ServicePackage withMutualTls(String label) {
    return of(label, MUTUAL_TLS);
  }

  private static ServicePackage of(String label, String connection) {
    if (!label.matches(LABEL)) {
      throw new IllegalArgumentException("a label has letters, digits and a few signs");
    }
    Bytes code = archive(new TreeMap<>(Map.of("connection.json", ascii(connection))));
    String metadata = "{\"type\":\"ccaas\",\"label\":\"" + label + "\"}\n";
    return new ServicePackage(
        label,
        archive(new TreeMap<>(Map.of("code.tar.gz", code, "metadata.json", ascii(metadata)))));
  }

  /** How peers name the package: its label and its digest. */
  public String packageId() {
    return label + ":" + DigestAlgorithm.SHA_256.digest(archive).value().hex();
  }

  private static Bytes ascii(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Files without a time and without an owner, in the order of their names. */
  private static Bytes archive(SortedMap<String, Bytes> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, Bytes> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length());
        entry.setModTime(0);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(READABLE);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue().toByteArray());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("an archive can be written to memory", e);
    }
    return StoredGzip.of(Bytes.of(bytes.toByteArray()));
  }
}
