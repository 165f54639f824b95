// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.jws.Jws;
import org.huxin.core.reference.Opening;
import org.huxin.core.statement.Terms;
import org.huxin.sdk.attesting.AttestedKey;
import org.huxin.sdk.holder.HolderKey;

/**
 * The file in which a holder keeps what an identity provider gave with an attestation
 * (proto/spec/attested-key.md). Personal data.
 *
 * @param attested what it holds
 */
record AttestedKeyFile(AttestedKey attested) {
  private static final Field<AttestedKeyFile, Jws> ATTESTATION =
      required("attestation", Terms.LONG_JWS, file -> file.attested().attestation());
  private static final Field<AttestedKeyFile, Opening> SUBJECT =
      required("subject", Opening.CODEC, file -> file.attested().subject());
  private static final Field<AttestedKeyFile, Optional<Opening>> WARD =
      optional("ward", Opening.CODEC, file -> file.attested().ward());

  /** The JSON form. */
  static final ObjectCodec<AttestedKeyFile> CODEC =
      ObjectCodec.of(
          members ->
              new AttestedKeyFile(
                  new AttestedKey(
                      members.get(ATTESTATION), members.get(SUBJECT), members.get(WARD))),
          ATTESTATION,
          SUBJECT,
          WARD);

  /** Reads a file, or says in one line why not. */
  static AttestedKeyFile read(Path path) {
    try {
      return CODEC.fromBytes(
          InputFile.read(path, JsonLimits.STATEMENT.maxBytes()), JsonLimits.STATEMENT);
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw new CommandFailedException(
          ExitCode.BAD, path + " holds no attested key: " + e.getMessage());
    }
  }

  /** The holder's key. */
  HolderKey with(Path privateKey) {
    return attested.with(SealMakeCommand.key(privateKey).signer(new SecureRandom()));
  }

  /** Nothing of the holder. */
  @Override
  public String toString() {
    return attested.toString();
  }
}
