// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.jws.Jws;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.AttestedKey;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The file of a holder's key (proto/spec/holder-key-file.md). */
final class HolderKeyFileTest {
  private static final String PASSWORD = "一个不短的密码";

  private final WindowBench bench = new WindowBench();
  private final HolderKeyFile fresh =
      HolderKeyFile.generate(SignatureSuite.SM, bench.random()).withTrailKey(bench.trailKey());

  private AttestedKey attestation(VerifyingKey key) {
    return bench.provider().attest(AttestationOrder.of(key, IssuingBench.HOLDER));
  }

  private HolderKeyFile attested() {
    AttestedKey said = attestation(fresh.publicKey());
    return fresh.attested(said.attestation(), said.subject(), said.ward());
  }

  private static void refused(HolderKeyRefusal code, Executable action) {
    assertEquals(code, assertThrows(HolderKeyRefusedException.class, action).code());
  }

  @Test
  void aKeyIsKeptBeforeAndAfterItIsAttestedAndThenGrants() {
    HolderKeyFile before = HolderKeyFile.read(fresh.write(), Optional.empty());
    refused(HolderKeyRefusal.KEY_NOT_ATTESTED, () -> before.holderKey(bench.random()));
    HolderKeyFile after = HolderKeyFile.read(attested().write(), Optional.empty());
    assertEquals(attested().publicKey(), after.publicKey());
    assertEquals(bench.trailKey().secret(), after.trailKey().orElseThrow().secret());
    ProofFile proof = bench.licence();
    SignedFact<ConsentRequest> request = bench.ask(bench.openScope("scope", false)).sign();
    GrantFile grant =
        bench
            .wallet()
            .answer(request.fact(), after.holderKey(bench.random()))
            .licence(proof.record().ref())
            .sign();
    assertEquals(
        IssuingBench.HOLDER,
        bench.desk().receive(request.fact(), grant.write(), List.of(proof)).holder());
  }

  @Test
  void aPasswordProtectsItWhole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("matter" + HolderKeyFile.EXTENSION);
    attested().save(file, Optional.of(PASSWORD), bench.random());
    String text = Files.readString(file);
    assertFalse(text.contains("PRIVATE KEY") || text.contains(IssuingBench.HOLDER.code()));
    assertEquals(fresh.publicKey(), HolderKeyFile.load(file, Optional.of(PASSWORD)).publicKey());
    Bytes bytes = Bytes.utf8(text);
    refused(HolderKeyRefusal.PASSWORD_NEEDED, () -> HolderKeyFile.read(bytes, Optional.empty()));
    refused(HolderKeyRefusal.PASSWORD_WRONG, () -> HolderKeyFile.read(bytes, Optional.of("other")));
  }

  @Test
  void theFileIsItsOwnersAloneAlsoInThePlaceOfAnother(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("matter" + HolderKeyFile.EXTENSION);
    Files.writeString(file, "something older");
    fresh.save(file, Optional.empty(), bench.random());
    assertEquals(fresh.publicKey(), HolderKeyFile.load(file, Optional.empty()).publicKey());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void theAttestationOfAnotherKeyOrPersonIsNotKept() {
    AttestedKey own = attestation(fresh.publicKey());
    AttestedKey ofOther =
        attestation(SigningKey.generate(SignatureSuite.SM, bench.random()).publicKey());
    refused(
        HolderKeyRefusal.ATTESTATION_OF_OTHER,
        () -> fresh.attested(ofOther.attestation(), ofOther.subject(), ofOther.ward()));
    refused(
        HolderKeyRefusal.ATTESTATION_OF_OTHER,
        () -> fresh.attested(own.attestation(), ofOther.subject(), own.ward()));
    refused(
        HolderKeyRefusal.ATTESTATION_OF_OTHER,
        () -> fresh.attested(own.attestation(), own.subject(), Optional.of(own.subject())));
    Jws request = bench.ask(bench.openScope("scope", false)).sign().jws();
    refused(
        HolderKeyRefusal.ATTESTATION_OF_OTHER,
        () -> fresh.attested(request, own.subject(), own.ward()));
  }

  @Test
  void whatIsNoKeyFileIsRefused() throws CharacterCodingException {
    String good = fresh.write().decodeUtf8();
    for (String bad :
        List.of(
            "{}",
            "[]",
            good.replace("{\"key\"", "{ \"key\""),
            good.replace("\"key\"", "\"kez\""),
            good.replace("PRIVATE KEY", "PUBLIC KEY"),
            "{\"iterations\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"sealed\":\"\"}")) {
      refused(
          HolderKeyRefusal.KEY_FILE_MALFORMED,
          () -> HolderKeyFile.read(Bytes.utf8(bad), Optional.of(PASSWORD)));
    }
    assertFalse(fresh.toString().contains("PRIVATE"));
  }

  @Test
  void thePageShowsBothForms() throws IOException {
    for (String name : List.of("plain", "sealed")) {
      HolderKeyFile file =
          HolderKeyFile.read(
              Bytes.utf8(VectorFiles.example("holder-key-file", name)), Optional.of("password"));
      assertEquals(
          SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-ED25519")).publicKey(),
          file.publicKey());
    }
    Bytes plain = Bytes.utf8(VectorFiles.example("holder-key-file", "plain"));
    assertEquals(plain, HolderKeyFile.read(plain, Optional.empty()).write());
  }
}
