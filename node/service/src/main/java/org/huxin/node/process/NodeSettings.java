// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonReader;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.node.replica.ChainPin;
import org.huxin.sdk.profile.Profile;

/**
 * The configuration of a node (proto/spec/node-settings.md).
 *
 * @param folder where the replica is kept
 * @param pin which chain is followed
 * @param profile how its peers are reached, and as whom
 * @param tipInterval how often peers are asked for their newest block
 */
public record NodeSettings(Path folder, ChainPin pin, Profile profile, Duration tipInterval) {
  private static final JsonLimits LIMITS = new JsonLimits(64 * 1024, 4);
  private static final Duration DEFAULT_TIP_INTERVAL = Duration.ofSeconds(5);

  /** An hour: a replica that is not asked about for longer looks old for no reason. */
  private static final long MAX_TIP_SECONDS = 3600;

  private static final String FOLDER = "folder";
  private static final String GENESIS = "genesis";
  private static final String PROFILE = "profile";
  private static final String TIP_SECONDS = "tipSeconds";
  private static final Set<String> KNOWN = Set.of(FOLDER, GENESIS, PROFILE, TIP_SECONDS);

  /**
   * Reads a configuration. Paths in it are relative to its own folder.
   *
   * @throws SettingsRefusedException {@link SettingRefusal#SETTINGS_UNREADABLE} if the file cannot
   *     be read, {@link SettingRefusal#SETTINGS_WRONG} with every mistake in it
   */
  public static NodeSettings read(Path file) {
    try {
      JsonValue json = JsonReader.read(Bytes.of(Files.readAllBytes(file)), LIMITS);
      if (json instanceof JsonObject object) {
        Path parent = file.toAbsolutePath().getParent();
        return new Reader(object, parent == null ? file.toAbsolutePath() : parent).settings();
      }
    } catch (IOException e) {
      throw unreadable(e.getClass().getSimpleName());
    } catch (JsonRefusedException e) {
      throw unreadable(e.code().name());
    }
    throw unreadable("no object");
  }

  private static SettingsRefusedException unreadable(String finding) {
    return new SettingsRefusedException(
        SettingRefusal.SETTINGS_UNREADABLE, Map.of("finding", finding));
  }

  /** Reads member by member, so that every mistake is found at once. */
  private static final class Reader {
    private final JsonObject object;
    private final Path beside;
    private final Map<String, String> mistakes = new TreeMap<>();

    Reader(JsonObject object, Path beside) {
      this.object = object;
      this.beside = beside;
    }

    NodeSettings settings() {
      object.members().keySet().stream()
          .filter(name -> !KNOWN.contains(name))
          .forEach(name -> mistakes.put(name, "is not known"));
      Optional<Path> folder = required(FOLDER, this::text).map(beside::resolve);
      Optional<Bytes> genesis = required(GENESIS, value -> hash(text(value)));
      Optional<Profile> profile = required(PROFILE, value -> profile(text(value)));
      Duration interval = optional(TIP_SECONDS, Reader::seconds).orElse(DEFAULT_TIP_INTERVAL);
      if (!mistakes.isEmpty()) {
        throw new SettingsRefusedException(SettingRefusal.SETTINGS_WRONG, mistakes);
      }
      Profile found = profile.orElseThrow();
      return new NodeSettings(
          folder.orElseThrow(),
          new ChainPin(genesis.orElseThrow(), found.chaincode(), found.ledger()),
          found,
          interval);
    }

    private <T> Optional<T> required(String name, Function<JsonValue, T> form) {
      if (object.get(name).isEmpty()) {
        mistakes.put(name, "is missing");
      }
      return optional(name, form);
    }

    private <T> Optional<T> optional(String name, Function<JsonValue, T> form) {
      try {
        return object.get(name).map(form);
      } catch (IllegalArgumentException e) {
        mistakes.put(name, String.valueOf(e.getMessage()));
      } catch (RefusedException e) {
        mistakes.put(name, e.code().name());
      }
      return Optional.empty();
    }

    private String text(JsonValue value) {
      if (value instanceof JsonString text && !text.value().isEmpty()) {
        return text.value();
      }
      throw new IllegalArgumentException("is no text");
    }

    private static Bytes hash(String hex) {
      if (!hex.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("is no SHA-256 in lower-case hexadecimal");
      }
      return Bytes.fromHex(hex);
    }

    private Profile profile(String path) {
      try {
        Profile profile = Profile.read(beside.resolve(path));
        if (profile.identity().privateKey().isEmpty()) {
          throw new IllegalArgumentException("holds no private key");
        }
        return profile;
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot be read");
      }
    }

    private static Duration seconds(JsonValue value) {
      if (value instanceof JsonInteger number
          && number.value() >= 1
          && number.value() <= MAX_TIP_SECONDS) {
        return Duration.ofSeconds(number.value());
      }
      throw new IllegalArgumentException("is no number of seconds from 1 to " + MAX_TIP_SECONDS);
    }
  }
}
