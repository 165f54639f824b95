// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.List;
import java.util.Optional;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import picocli.CommandLine.Option;

/**
 * What is signed of an agreement is the digest of its terms: of the terms in a file that the signer
 * has read, or of those on the ledger.
 */
final class AgreementTermsLookUp implements Preparation {
  @Option(
      names = "--terms-file",
      paramLabel = "FILE",
      description =
          "the terms that are signed, in JSON; by default those on the ledger, which agreement get"
              + " shows. 所签条款文件。")
  private Optional<String> file = Optional.empty();

  @Override
  public JsonObject prepare(JsonObject given, Surroundings surroundings) {
    if (given.get("terms").isPresent()) {
      return given;
    }
    AgreementTerms terms =
        file.map(path -> StatementMembers.json("@" + path, "--terms-file"))
            .map(AgreementTerms.CODEC::decode)
            .orElseGet(() -> onLedger(given, surroundings));
    JsonObject.Builder made = JsonObject.builder();
    given.members().forEach(made::put);
    return made.put("terms", terms.digest().toString()).build();
  }

  private static AgreementTerms onLedger(JsonObject given, Surroundings surroundings) {
    String id =
        given
            .get("agreement")
            .map(AgreementTermsLookUp::word)
            .orElseThrow(() -> SigningOptions.usage("missing: --agreement"));
    String version = given.get("version").map(AgreementTermsLookUp::word).orElse("1");
    JsonObject entry =
        (JsonObject)
            CanonicalJson.decode(
                surroundings.ledger().evaluate("GetAgreement", List.of(id, version)),
                JsonLimits.FILE);
    return Agreement.CODEC.decode(entry.get("value").orElseThrow()).terms();
  }

  private static String word(JsonValue value) {
    return value instanceof JsonString text ? text.value() : CanonicalJson.text(value);
  }
}
