// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.codec.Shape;
import org.huxin.core.holder.KeyPossession;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonBoolean;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonReader;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * Makes the members of a statement out of what a person wrote: texts become times, numbers, digests
 * of files and keys with their proofs; sets are put in order; what has a default gets it. What
 * comes out is still decoded by the statement's own codec, which alone says what is well formed.
 */
final class StatementMembers {
  private static final int MAX_FILE = 1 << 20;

  /** As long as an authority's key stays in use if nothing is said. */
  private static final Duration KEY_PERIOD = Duration.ofDays(3650);

  private final LedgerId ledger;
  private final Instant now;
  private final SecureRandom random;
  private Optional<Uscc> keyOwner = Optional.empty();

  /**
   * Of one statement.
   *
   * @param now when it is signed
   */
  StatementMembers(LedgerId ledger, Instant now, SecureRandom random) {
    this.ledger = ledger;
    this.now = now;
    this.random = random;
  }

  /** All members of a statement. */
  JsonObject complete(Shape.Members shape, JsonObject raw) {
    keyOwner =
        raw.get("authority")
            .or(() -> raw.get("governor"))
            .or(() -> raw.get("city").flatMap(city -> member(city, "governor")))
            .filter(JsonString.class::isInstance)
            .flatMap(text -> creditCode(((JsonString) text).value()));
    return object(shape, raw, "");
  }

  /** Empty if it is none: the codec will say so. */
  private static Optional<Uscc> creditCode(String text) {
    try {
      return Optional.of(Uscc.parse(text));
    } catch (IdentifierRefusedException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.get(name) : Optional.empty();
  }

  private JsonObject object(Shape.Members shape, JsonObject raw, String path) {
    Map<String, JsonValue> rest = new LinkedHashMap<>(raw.members());
    JsonObject.Builder made = JsonObject.builder();
    for (Shape.Member member : shape.fields()) {
      JsonValue value = rest.remove(member.name());
      if (value == null && member.shape() instanceof Shape.Items) {
        value = rest.remove(StatementForm.singular(member.name()));
      }
      String at = path.isEmpty() ? StatementForm.option(member) : path + "." + member.name();
      if (value != null) {
        made.put(member.name(), value(member.shape(), value, at));
      } else if (member.required()) {
        made.put(member.name(), standard(member, at));
      }
    }
    if (!rest.isEmpty()) {
      throw wrong(path, "there is no member " + rest.keySet().iterator().next());
    }
    return made.build();
  }

  private JsonValue standard(Shape.Member member, String at) {
    if (StatementForm.beginsNow(member)) {
      return new JsonInteger(now.getEpochSecond());
    }
    if (member.shape() instanceof Shape.Truth) {
      return new JsonBoolean(false);
    }
    if (member.shape() instanceof Shape.Items items && items.min() == 0) {
      return new JsonArray(List.of());
    }
    if (member.name().equals("version") && member.shape() instanceof Shape.IntegerRange range) {
      return new JsonInteger(range.min());
    }
    throw new CommandFailedException(ExitCode.USAGE, "missing: " + at);
  }

  private JsonValue value(Shape shape, JsonValue raw, String at) {
    if (shape instanceof Shape.Items items) {
      return items(items, raw, at);
    }
    if (raw instanceof JsonString text) {
      return ofText(shape, text.value(), at);
    }
    return shape instanceof Shape.Members members && raw instanceof JsonObject object
        ? object(members, object, at)
        : raw;
  }

  private JsonValue items(Shape.Items shape, JsonValue raw, String at) {
    List<JsonValue> given = new ArrayList<>();
    List<JsonValue> parts = raw instanceof JsonArray array ? array.items() : List.of(raw);
    for (JsonValue part : parts) {
      if (part instanceof JsonString text) {
        given.addAll(split(shape.item(), text.value(), at));
      } else {
        given.add(part);
      }
    }
    List<JsonValue> made = new ArrayList<>();
    for (JsonValue each : given) {
      made.add(
          StatementForm.isKey(shape.item())
              ? key(each, made.size() + 1, at)
              : value(shape.item(), each, at));
    }
    if (shape.ascending()) {
      made.sort(Comparator.comparing(CanonicalJson::encode));
    }
    return new JsonArray(made);
  }

  /** One option may hold several words, and a file several objects. */
  private List<JsonValue> split(Shape item, String text, String at) {
    if (item instanceof Shape.Members) {
      JsonValue read = StatementForm.isKey(item) ? new JsonString(text) : json(text, at);
      return read instanceof JsonArray array ? array.items() : List.of(read);
    }
    boolean whole = item instanceof Shape.Text grammar && grammar.free();
    List<JsonValue> words = new ArrayList<>();
    for (String word : whole ? new String[] {text} : text.split(",", -1)) {
      words.add(new JsonString(word));
    }
    return words;
  }

  private JsonValue ofText(Shape shape, String text, String at) {
    try {
      if (StatementForm.isTime(shape)) {
        return new JsonInteger(TimeText.read(text, now).getEpochSecond());
      }
      if (shape instanceof Shape.IntegerRange) {
        return new JsonInteger(
            at.endsWith("econds") ? TimeText.seconds(text) : Long.parseLong(text));
      }
    } catch (NumberFormatException e) {
      throw wrong(at, "not a number");
    } catch (IllegalArgumentException e) {
      throw wrong(at, String.valueOf(e.getMessage()));
    }
    if (shape instanceof Shape.Truth) {
      if (!text.equals("true") && !text.equals("false")) {
        throw wrong(at, "true or false");
      }
      return new JsonBoolean(text.equals("true"));
    }
    if (StatementForm.isKey(shape)) {
      return key(new JsonString(text), 1, at);
    }
    if (shape instanceof Shape.Members) {
      return value(shape, json(text, at), at);
    }
    return new JsonString(shape instanceof Shape.Text grammar ? text(grammar, text) : text);
  }

  private static String text(Shape.Text shape, String text) {
    return switch (shape.grammar()) {
      case "digest" -> digest(text);
      case "public key" ->
          text.startsWith("@")
              ? VerifyingKey.ofPem(InputFile.readText(file(text), MAX_FILE)).toSpki().base64Url()
              : text;
      case "JWS", "trail key" ->
          text.startsWith("@") ? InputFile.readText(file(text), MAX_FILE).strip() : text;
      default -> text;
    };
  }

  private static String digest(String text) {
    int at = text.indexOf(":@");
    if (at < 0) {
      return text;
    }
    DigestAlgorithm algorithm =
        text.substring(0, at).equals("sm3") ? DigestAlgorithm.SM3 : DigestAlgorithm.SHA_256;
    return algorithm.digest(InputFile.read(Path.of(text.substring(at + 2)), MAX_FILE)).toString();
  }

  private static Path file(String text) {
    return Path.of(text.substring(1));
  }

  /** An object or a list of them: JSON, a file of JSON, or {@code MEMBER=VALUE,…}. */
  static JsonValue json(String text, String at) {
    if (text.startsWith("@") || text.startsWith("{") || text.startsWith("[")) {
      Bytes json = text.startsWith("@") ? InputFile.read(file(text), MAX_FILE) : Bytes.utf8(text);
      try {
        return JsonReader.read(json, JsonLimits.STATEMENT);
      } catch (org.huxin.core.json.JsonRefusedException e) {
        throw wrong(at, "not JSON: " + e.getMessage());
      }
    }
    Map<String, List<JsonValue>> members = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw wrong(at, "write MEMBER=VALUE,MEMBER=VALUE or JSON or @FILE");
      }
      members
          .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
          .add(new JsonString(pair.substring(equals + 1)));
    }
    JsonObject.Builder object = JsonObject.builder();
    members.forEach(
        (name, values) ->
            object.put(name, values.size() == 1 ? values.get(0) : new JsonArray(values)));
    return object.build();
  }

  /** A key out of its private file: the proof that its owner has it is made here. */
  private JsonValue key(JsonValue raw, int place, String at) {
    JsonValue given =
        raw instanceof JsonString text && text.value().matches("[^{@][^=]*")
            ? JsonObject.builder().put("file", text.value()).build()
            : raw instanceof JsonString text ? json(text.value(), at) : raw;
    if (!(given instanceof JsonObject object) || object.get("file").isEmpty()) {
      return value(KeyRegistration.CODEC.shape(), given, at);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    object.members().forEach((name, value) -> parts.put(name, word(value, at)));
    SigningKey key = SealMakeCommand.key(Path.of(parts.getOrDefault("file", "")));
    Uscc owner =
        Optional.ofNullable(parts.get("authority"))
            .flatMap(StatementMembers::creditCode)
            .or(() -> keyOwner)
            .orElseThrow(() -> wrong(at, "say whose key it is: authority=CREDIT-CODE"));
    try {
      int number = Integer.parseInt(parts.getOrDefault("number", Integer.toString(place)));
      Instant from = TimeText.read(parts.getOrDefault("notBefore", "now"), now);
      Instant to =
          Optional.ofNullable(parts.get("notAfter"))
              .map(text -> TimeText.read(text, now))
              .orElseGet(() -> from.plus(KEY_PERIOD));
      KeyUse use = KeyUse.valueOf(parts.getOrDefault("use", KeyUse.SIGN.name()));
      SignedFact<KeyPossession> possession =
          SignedFact.sign(
              key.signer(random),
              new KeyId.OfAuthority(owner, number),
              FactKind.KEY_POSSESSION,
              KeyPossession.CODEC,
              new KeyPossession(ledger, now, owner, number));
      return KeyRegistration.CODEC.encode(
          new KeyRegistration(number, use, key.publicKey(), from, to, possession.jws()));
    } catch (IllegalArgumentException e) {
      throw wrong(at, String.valueOf(e.getMessage()));
    }
  }

  private static String word(JsonValue value, String at) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonInteger number) {
      return Long.toString(number.value());
    }
    throw wrong(at, "each part of a key is one word");
  }

  private static CommandFailedException wrong(String at, String what) {
    return new CommandFailedException(ExitCode.USAGE, (at.isEmpty() ? "" : at + ": ") + what);
  }
}
