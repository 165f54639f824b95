// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SignerList;
import org.huxin.seal.structure.StructureRefusedException;
import picocli.CommandLine.Option;

/**
 * What is filed of a seal stands in the seal itself; its owner says with its own key that it is its
 * own.
 */
final class SealFiling implements Preparation {
  @Option(
      names = "--esl",
      paramLabel = "FILE",
      description = "the seal, out of which key, digests and validity are read. 印章文件。")
  private Optional<Path> esl = Optional.empty();

  @Option(
      names = "--owner-key",
      paramLabel = "PEM",
      description = "the owner's private key, with which it says that the seal is its own. 所有者私钥。")
  private Optional<Path> ownerKey = Optional.empty();

  @Option(
      names = "--owner-key-number",
      paramLabel = "N",
      description = "which of the owner's keys that is; by default ${DEFAULT-VALUE}")
  private int ownerKeyNumber = 1;

  @Override
  public JsonObject prepare(JsonObject given, Surroundings surroundings) {
    if (esl.isEmpty()) {
      return given;
    }
    Seal seal = read(esl.get());
    SealProperty property = seal.info().property();
    JsonObject.Builder made =
        JsonObject.builder()
            .put("seal", seal.info().key().toString())
            .put("structure", seal.structure().toString())
            .put("validFrom", property.validFrom().getEpochSecond())
            .put("validTo", property.validTo().getEpochSecond())
            .put("certificates", certificates(property.signers()));
    ownerKey.ifPresent(key -> made.put("ownership", ownership(given, surroundings, seal, key)));
    // What the user said wins.
    given.members().forEach(made::put);
    return made.build();
  }

  private static Seal read(Path file) {
    try {
      return Seal.read(InputFile.read(file, Seal.MAX_ENCODING));
    } catch (StructureRefusedException e) {
      throw new CommandFailedException(ExitCode.BAD, file + " is no seal: " + e.getMessage());
    }
  }

  private static JsonArray certificates(SignerList signers) {
    List<Digest> digests =
        signers instanceof SignerList.Digests named
            ? named.digests().stream()
                .map(each -> new Digest(DigestAlgorithm.SM3, each.value()))
                .toList()
            : ((SignerList.Certificates) signers)
                .certificates().stream().map(DigestAlgorithm.SM3::digest).toList();
    return new JsonArray(
        digests.stream().<JsonValue>map(digest -> new JsonString(digest.toString())).toList());
  }

  private String ownership(JsonObject given, Surroundings surroundings, Seal seal, Path key) {
    Uscc owner =
        given
            .get("owner")
            .filter(JsonString.class::isInstance)
            .map(text -> Uscc.parse(((JsonString) text).value()))
            .orElseThrow(() -> SigningOptions.usage("missing: --owner"));
    return SignedFact.sign(
            SealMakeCommand.key(key).signer(new SecureRandom()),
            new KeyId.OfAuthority(owner, ownerKeyNumber),
            FactKind.SEAL_OWNERSHIP,
            SealOwnership.CODEC,
            new SealOwnership(
                surroundings.head().ledger(),
                surroundings.head().issuedAt(),
                seal.info().key(),
                seal.structure()))
        .jws()
        .text();
  }
}
