// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.CertificateRefusedException;
import org.huxin.seal.certificate.RevocationList;
import org.huxin.seal.certificate.Trust;

/**
 * A folder of certificates and revocation lists, one in each file, in PEM or DER. A certificate
 * that names itself as its issuer is a root, every other one an authority that a root must stand
 * behind.
 */
final class TrustFolder {
  private static final Bytes PEM = Bytes.utf8("-----BEGIN");
  private static final int MAX_FILES = 1000;

  private final List<Certificate> roots = new ArrayList<>();
  private final List<Certificate> intermediates = new ArrayList<>();
  private final List<RevocationList> revocations = new ArrayList<>();

  private TrustFolder() {}

  static Trust read(Path folder) {
    TrustFolder found = new TrustFolder();
    for (Path file : files(folder)) {
      found.add(file);
    }
    if (found.roots.isEmpty()) {
      throw new CommandFailedException(ExitCode.NO_INPUT, folder + " holds no root certificate");
    }
    return new Trust(found.roots, found.roots, found.intermediates, found.revocations);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().limit(MAX_FILES + 1L).toList();
      if (all.size() > MAX_FILES) {
        throw new CommandFailedException(
            ExitCode.NO_INPUT, folder + " holds more than " + MAX_FILES + " files");
      }
      return all;
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, folder + " is no folder of certificates");
    }
  }

  private void add(Path file) {
    Bytes content = InputFile.read(file, RevocationList.MAX_ENCODING);
    try {
      Certificate certificate = certificate(content);
      (certificate.isSelfIssued() ? roots : intermediates).add(certificate);
    } catch (CertificateRefusedException notOne) {
      try {
        revocations.add(isPem(content) ? RevocationList.ofPem(text(content)) : list(content));
      } catch (CertificateRefusedException e) {
        throw new CommandFailedException(
            ExitCode.NO_INPUT,
            file + " is neither a certificate nor a revocation list: " + notOne.code());
      }
    }
  }

  /** Reads a certificate in PEM or DER. */
  static Certificate certificate(Bytes content) {
    return isPem(content) ? Certificate.ofPem(text(content)) : Certificate.read(content);
  }

  private static RevocationList list(Bytes content) {
    return RevocationList.read(content);
  }

  private static boolean isPem(Bytes content) {
    return content.length() > PEM.length() && content.slice(0, PEM.length()).equals(PEM);
  }

  private static String text(Bytes content) {
    return new String(content.toByteArray(), java.nio.charset.StandardCharsets.US_ASCII);
  }
}
