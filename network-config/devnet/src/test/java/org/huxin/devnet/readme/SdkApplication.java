// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.Validity;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.Huxin;
import org.huxin.sdk.offline.CheckedSeal;
import org.huxin.sdk.status.StatusOrder;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.ofd.ByteSource;

/**
 * An application in a process of its own, with libraries of its own. Its arguments: the profile,
 * the authority's key, a serial number, and a sealed document.
 */
final class SdkApplication {
  private SdkApplication() {}

  /** Issues, verifies, suspends, reads a seal; says with which libraries. */
  public static void main(String... arguments) throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:application;DB_CLOSE_DELAY=-1");
    SigningKey key = SigningKey.ofPem(Files.readString(Path.of(arguments[1])));
    try (Huxin huxin =
        Huxin.builder(Path.of(arguments[0]))
            .authority(AccreditedCity.AUTHORITY, 1, key.signer(AccreditedCity.RANDOM))
            .secret(AccreditedCity.SECRET)
            .database(database)
            .build()) {
      huxin.createTables();
      ProofFile proof =
          huxin.issue(AccreditedCity.KIND, AccreditedCity.licence(arguments[2])).join();
      Validity before = huxin.verify(AccreditedCity.DOCUMENT, proof).result();
      huxin
          .statuses()
          .change(
              StatusOrder.suspend(
                  new Code("SAMPLE"), AccreditedCity.DECISION, proof.record().ref()));
      Validity after = huxin.verify(AccreditedCity.DOCUMENT, proof).result();
      Bytes sealed = Bytes.of(Files.readAllBytes(Path.of(arguments[3])));
      CheckedSeal seal =
          CheckedSeal.of(
              Optional.of(ByteSource.of(sealed)),
              proof.record(),
              new SealCheck(Trust.NOBODY, KnownSealings.NONE, AccreditedCity.now()));
      System.out.println(before + " " + after + " " + seal.judgement().outcome());
    }
    for (Class<?> each :
        new Class<?>[] {
          io.grpc.ManagedChannel.class,
          com.google.protobuf.Message.class,
          org.bouncycastle.crypto.digests.SM3Digest.class
        }) {
      System.out.println(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).getFileName());
    }
  }
}
