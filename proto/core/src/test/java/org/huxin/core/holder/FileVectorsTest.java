// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonString;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.OfflineVerification;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.offline.TrustedBatch;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of proto/vectors/proof, grant, attestation, consent-request and presentation: each the
 * example of its page, changed as its name says. What is expected of a case is judged from the file
 * alone.
 */
final class FileVectorsTest {
  private static final Path ROOT = Path.of(System.getProperty("huxin.root", "../.."));
  private static final String LEDGER = SampleLicence.LEDGER.toString();
  private static final String OTHER_LEDGER = "sha256:" + "f".repeat(64);
  private static final String KEY = VectorFiles.example("keys", "spki-ED25519") + "\n";
  private static final String PROVIDER = "11150600MB9T00011A#1";
  private static final String AT = "1780000000";

  /** What is done to the good case: members of the file that are replaced, and what is expected. */
  private record Change(String name, String description, Map<String, String> members) {}

  private static Change change(String name, String description, String... members) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put(members[i], members[i + 1]);
    }
    return new Change(name, description, map);
  }

  private static Map<String, String> proof() {
    Map<String, String> good = new LinkedHashMap<>();
    good.put("ledger", LEDGER);
    good.put("kid", SampleLicence.KEY_ID.toString());
    good.put("publicKey", KEY);
    good.put("document", SampleLicence.document(SampleLicence.INDEX).hex());
    good.put("input", VectorFiles.example("proof-file", "proof"));
    return good;
  }

  private static List<Change> proofChanges() {
    String file = VectorFiles.example("proof-file", "proof");
    String otherDigest = "sha256:" + "ba7816bf8f01cfea".repeat(4);
    return List.of(
        change("good", "The example of the page", "expect", "ok"),
        change(
            "other-document", "Another document", "document", "00", "expect", "DOCUMENT_MISMATCH"),
        change(
            "other-ledger",
            "Trusted on another ledger",
            "ledger",
            OTHER_LEDGER,
            "expect",
            "BATCH_REFUSED"),
        change(
            "other-kid",
            "The key trusted under another number",
            "kid",
            "11150602MB9T0002XY#2",
            "expect",
            "BATCH_NOT_SIGNED_BY_KEY"),
        change(
            "other-issuer",
            "The key trusted as that of another authority",
            "kid",
            "11150600MB9T00011A#1",
            "expect",
            "BATCH_OF_OTHER_ISSUER"),
        change(
            "other-key",
            "Another key under the name",
            "publicKey",
            VectorFiles.example("keys", "spki-P256") + "\n",
            "expect",
            "BATCH_NOT_SIGNED_BY_KEY"),
        edited(
            "other-index",
            "The neighbour's index",
            file,
            "\"index\":3,\"path\"",
            "\"index\":2,\"path\"",
            "RECORD_NOT_INCLUDED"),
        edited(
            "other-size", "A larger tree", file, "\"size\":5", "\"size\":6", "RECORD_NOT_INCLUDED"),
        edited(
            "other-division",
            "The record names another division",
            file,
            "\"division\":\"150602\"",
            "\"division\":\"150603\"",
            "RECORD_NOT_OF_BATCH"),
        edited(
            "other-expiry",
            "The record expires later",
            file,
            "2031-10-31",
            "2041-10-31",
            "RECORD_NOT_INCLUDED"),
        edited(
            "attribute-changed",
            "The value of an attribute changed",
            file,
            "日用百货",
            "烟草专卖",
            "ATTRIBUTES_MISMATCH"),
        edited(
            "holder-changed",
            "An opening with another salt",
            file,
            "\"salt\":\"c2FsdCBvZiBob2xkZXIgMw\"",
            "\"salt\":\"c2FsdCBvZiBob2xkZXIgNA\"",
            "HOLDER_MISMATCH"),
        edited(
            "algorithm-mixed",
            "The attributes' root in another algorithm",
            file,
            "\"attributeRoot\":\"sha256:",
            "\"attributeRoot\":\"sm3:",
            "RECORD_NOT_OF_BATCH"),
        edited(
            "other-format",
            "A later format",
            file,
            "huxin-proof/1",
            "huxin-proof/2",
            "TEXT_REFUSED"),
        edited(
            "member-more",
            "A member too many",
            file,
            "\"format\":",
            "\"foo\":1,\"format\":",
            "MEMBER_UNKNOWN"),
        edited(
            "not-canonical", "A space", file, "\"format\":", "\"format\": ", "JSON_NOT_CANONICAL"),
        edited(
            "no-document-named",
            "The record names no document",
            file,
            documentMember(file),
            "",
            "NO_DOCUMENT_ANCHORED"),
        edited(
            "other-attribute-root",
            "Another root of attributes",
            file,
            member(file, "attributeRoot"),
            "\"attributeRoot\":\"" + otherDigest + "\"",
            "RECORD_NOT_INCLUDED"));
  }

  private static String documentMember(String file) {
    return member(file, "documentDigest") + ",";
  }

  private static String member(String file, String name) {
    int from = file.indexOf("\"" + name + "\"");
    int to = file.indexOf('"', from + name.length() + 4);
    return file.substring(from, to + 1);
  }

  private static Change edited(
      String name,
      String description,
      String file,
      String part,
      String replacement,
      String expect) {
    String changed = file.replace(part, replacement);
    if (changed.equals(file)) {
      throw new IllegalStateException(name + " changes nothing");
    }
    return change(name, description, "input", changed, "expect", expect);
  }

  private static Map<String, String> holder(String page, String example) {
    Map<String, String> good = new LinkedHashMap<>();
    good.put("ledger", LEDGER);
    good.put("kid", PROVIDER);
    good.put("publicKey", KEY);
    good.put("at", AT);
    good.put("input", VectorFiles.example(page, example));
    return good;
  }

  private static List<Change> attestationChanges() {
    return List.of(
        change("good", "The example of the page", "expect", "ok"),
        change(
            "other-ledger",
            "Another ledger",
            "ledger",
            OTHER_LEDGER,
            "expect",
            "FACT_WRONG_LEDGER"),
        change(
            "other-kid",
            "The provider's key under another number",
            "kid",
            "11150600MB9T00011A#2",
            "expect",
            "FACT_NOT_SIGNED_BY_KEY"),
        change(
            "other-key",
            "Another key",
            "publicKey",
            VectorFiles.example("keys", "spki-SM") + "\n",
            "expect",
            "FACT_NOT_SIGNED_BY_KEY"),
        change("too-early", "Before its window", "at", "1779999999", "expect", "FACT_NOT_IN_FORCE"),
        change(
            "too-late",
            "At the end of its window",
            "at",
            "1780001000",
            "expect",
            "FACT_NOT_IN_FORCE"),
        change(
            "other-kind",
            "Another kind of JWS",
            "input",
            VectorFiles.example("jws", "jws-ED25519"),
            "expect",
            "FACT_TYPE"));
  }

  private static List<Change> requestChanges() {
    return List.of(
        change("good", "The example of the page", "expect", "ok"),
        change("last-second", "In its last second", "at", "1780000599", "expect", "ok"),
        change("too-late", "At its end", "at", "1780000600", "expect", "FACT_NOT_IN_FORCE"),
        change(
            "other-ledger",
            "Another ledger",
            "ledger",
            OTHER_LEDGER,
            "expect",
            "FACT_WRONG_LEDGER"),
        change(
            "other-kid",
            "The consumer's key under another number",
            "kid",
            "11150603MB9T00038D#2",
            "expect",
            "FACT_NOT_SIGNED_BY_KEY"),
        change(
            "asked-by-other",
            "Signed by another authority than the one that asks",
            "kid",
            PROVIDER,
            "input",
            ConsentFilesTest.request(KeyId.parse(PROVIDER)).text(),
            "expect",
            "ASKED_BY_OTHER"),
        change(
            "other-kind",
            "Another kind of JWS",
            "input",
            VectorFiles.example("jws", "jws-ED25519"),
            "expect",
            "FACT_TYPE"));
  }

  private static Map<String, String> request() {
    Map<String, String> good = holder("consent-request", "request");
    good.put("kid", "11150603MB9T00038D#1");
    return good;
  }

  private static List<Change> grantChanges() {
    String file = VectorFiles.example("grant-file", "grant-file");
    String delegated = VectorFiles.example("grant-file", "delegated");
    String assisted = VectorFiles.example("grant-file", "assisted");
    return List.of(
        change("good", "The example of the page", "expect", "ok"),
        change(
            "other-ledger",
            "Another ledger",
            "ledger",
            OTHER_LEDGER,
            "expect",
            "FACT_WRONG_LEDGER"),
        change(
            "other-provider",
            "Another provider's name",
            "kid",
            "11150200MB9T00126U#1",
            "expect",
            "FACT_NOT_SIGNED_BY_KEY"),
        change(
            "attestation-expired",
            "After the attestation's window",
            "at",
            "1780001000",
            "expect",
            "FACT_NOT_IN_FORCE"),
        edited(
            "other-subject",
            "An opening with another salt",
            file,
            "c2FsdCBvZiBzdWJqZWN0Lg",
            "c2FsdCBvZiBzdWJqZWN0IQ",
            "SUBJECT_NOT_OPENED"),
        edited(
            "other-reference",
            "A reference with another salt",
            file,
            "c2FsdCBvZiB0aGlzIHVzZQ",
            "c2FsdCBvZiB0aGF0IHVzZQ",
            "REFERENCE_NOT_OPENED"),
        edited(
            "reference-of-other-division",
            "A reference that opens a licence of another division",
            file,
            "\"division\":\"150602\"",
            "\"division\":\"150603\"",
            "REFERENCE_NOT_OPENED"),
        change("delegated", "An agent's grant", "input", delegated, "expect", "ok"),
        change(
            "delegated-without-parent",
            "An agent's grant without the holder's",
            "input",
            withoutParent(delegated),
            "expect",
            "NOT_WITHIN_PARENT"),
        change(
            "delegated-wider",
            "An agent's grant for more uses than the holder's",
            "input",
            text(ConsentFilesTest.passedOn(ConsentFilesTest.AGENT, 3)),
            "expect",
            "NOT_WITHIN_PARENT"),
        change("assisted", "A recorded consent", "input", assisted, "expect", "ok"),
        edited(
            "assisted-other-subject",
            "A recorded consent, an opening with another salt",
            assisted,
            "c2FsdCBvZiBzdWJqZWN0Lg",
            "c2FsdCBvZiBzdWJqZWN0IQ",
            "SUBJECT_NOT_OPENED"),
        edited(
            "member-missing",
            "No subject",
            file,
            "\"subject\":",
            "\"sabject\":",
            "MEMBER_UNKNOWN"));
  }

  private static String withoutParent(String delegated) {
    GrantFile file = GrantFile.read(Bytes.utf8(delegated));
    return text(
        new GrantFile(
            file.grant(),
            file.attestation(),
            file.references(),
            file.subject(),
            file.ward(),
            Optional.empty()));
  }

  private static String text(GrantFile file) {
    return new String(file.write().toByteArray(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> presentation() {
    Map<String, String> good = holder("presentation", "presentation");
    good.put("audience", "11150603MB9T00038D");
    return good;
  }

  private static List<Change> presentationChanges() {
    return List.of(
        change("good", "The example of the page", "expect", "ok"),
        change("last-second", "In its last second", "at", "1780000060", "expect", "ok"),
        change("too-late", "A second later", "at", "1780000061", "expect", "FACT_NOT_IN_FORCE"),
        change(
            "other-audience",
            "Shown to another authority",
            "audience",
            "11150600MB9T00011A",
            "expect",
            "PRESENTED_TO_OTHER"),
        change(
            "other-ledger",
            "Another ledger",
            "ledger",
            OTHER_LEDGER,
            "expect",
            "FACT_WRONG_LEDGER"),
        change(
            "other-provider",
            "Another provider's name",
            "kid",
            "11150200MB9T00126U#1",
            "expect",
            "FACT_NOT_SIGNED_BY_KEY"));
  }

  private static Map<String, List<Change>> topics() {
    return Map.of(
        "proof", proofChanges(),
        "attestation", attestationChanges(),
        "consent-request", requestChanges(),
        "grant", grantChanges(),
        "presentation", presentationChanges());
  }

  private static Map<String, String> good(String topic) {
    return switch (topic) {
      case "proof" -> proof();
      case "attestation" -> holder("attestation", "attestation");
      case "consent-request" -> request();
      case "grant" -> holder("grant-file", "grant-file");
      default -> presentation();
    };
  }

  @Test
  void theFilesAreThePagesExamplesChangedAsTheirNamesSay() throws IOException {
    for (Map.Entry<String, List<Change>> topic : topics().entrySet()) {
      Path folder = ROOT.resolve("proto/vectors/" + topic.getKey());
      TreeSet<String> names = new TreeSet<>();
      for (Change change : topic.getValue()) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("description", change.description());
        members.putAll(good(topic.getKey()));
        members.putAll(change.members());
        Path file = folder.resolve(change.name() + ".json");
        String expected = json(members);
        if (Boolean.getBoolean("huxin.write-vectors")) {
          Files.writeString(file, expected, StandardCharsets.UTF_8);
        }
        assertEquals(expected, Files.readString(file, StandardCharsets.UTF_8));
        names.add(change.name());
      }
      TreeSet<String> found = new TreeSet<>();
      VectorFiles.of(topic.getKey()).forEach(each -> found.add(each.name()));
      assertEquals(names, found);
    }
  }

  private static String json(Map<String, String> members) {
    List<String> lines = new ArrayList<>();
    members.forEach(
        (name, value) ->
            lines.add("  \"" + name + "\": " + CanonicalJson.text(new JsonString(value))));
    return "{\n" + String.join(",\n", lines) + "\n}\n";
  }

  /**
   * A case and its topic.
   *
   * @param topic the folder
   * @param file the case
   */
  record Vector(String topic, VectorFiles.Case file) {
    @Override
    public String toString() {
      return topic + "/" + file;
    }
  }

  static List<Vector> vectors() {
    List<Vector> all = new ArrayList<>();
    for (String topic : new TreeSet<>(topics().keySet())) {
      VectorFiles.of(topic).forEach(each -> all.add(new Vector(topic, each)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyCaseEndsAsItsFileSays(Vector vector) {
    assertEquals(vector.file().text("expect"), outcome(vector));
  }

  private static String outcome(Vector vector) {
    JsonObject file = vector.file().members();
    LedgerId ledger = LedgerId.parse(file.getString("ledger"));
    NamedKey key =
        new NamedKey(
            KeyId.parse(file.getString("kid")), VerifyingKey.ofPem(file.getString("publicKey")));
    try {
      switch (vector.topic()) {
        case "proof" -> proof(file, ledger, key);
        case "attestation" ->
            Attestation.verify(Jws.parse(file.getString("input")), ledger, key, at(file));
        case "consent-request" ->
            ConsentRequest.verify(Jws.parse(file.getString("input")), ledger, key, at(file));
        case "grant" ->
            GrantFile.read(Bytes.utf8(file.getString("input"))).verify(ledger, key, at(file));
        default ->
            Presentation.verify(
                file.getString("input"),
                ledger,
                key,
                Uscc.parse(file.getString("audience")),
                Optional.empty(),
                at(file));
      }
      return "ok";
    } catch (RefusedException refused) {
      return refused.code().name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void proof(JsonObject file, LedgerId ledger, NamedKey key) throws IOException {
    ProofFile proof = ProofFile.read(Bytes.utf8(file.getString("input")));
    TrustedBatch batch = TrustedBatch.verify(proof.batch(), ledger, key);
    var unused =
        OfflineVerification.verify(
            Bytes.fromHex(file.getString("document")).asInputStream(), proof, batch);
  }

  private static Instant at(JsonObject file) {
    return Instant.ofEpochSecond(Long.parseLong(file.getString("at")));
  }
}
