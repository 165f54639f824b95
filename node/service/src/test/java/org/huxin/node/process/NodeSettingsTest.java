// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodeSettingsTest {
  private static final String HASH = "ab".repeat(32);

  @TempDir private Path folder;

  private static String example(String page, String begin) throws IOException {
    Path file = Path.of(System.getProperty("huxin.root", ""), "proto", "spec", page);
    Matcher found =
        Pattern.compile(Pattern.quote(begin) + "\n(.+)\n```").matcher(Files.readString(file));
    assertTrue(found.find(), page);
    return found.group(1);
  }

  @BeforeEach
  void profile() throws IOException {
    Files.writeString(folder.resolve("profile.json"), example("connection-profile.md", "```json"));
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("node.json"), json);
  }

  private SettingsRefusedException refused(String json) throws IOException {
    Path file = file(json);
    return assertThrows(SettingsRefusedException.class, () -> NodeSettings.read(file));
  }

  @Test
  void theWorkedExampleIsRead() throws IOException {
    NodeSettings settings =
        NodeSettings.read(file(example("node-settings.md", "```json node-settings")));
    assertEquals(folder.resolve("replica"), settings.folder());
    assertEquals("aa".repeat(32), settings.pin().genesis().hex());
    assertEquals("huxin", settings.pin().chaincode());
    assertEquals(settings.profile().ledger(), settings.pin().ledger());
    assertEquals(Duration.ofSeconds(10), settings.tipInterval());
  }

  @Test
  void peersAreAskedEveryFiveSecondsIfNothingElseIsSaid() throws IOException {
    NodeSettings settings =
        NodeSettings.read(
            file(
                """
                {"folder": "/var/lib/huxin", "genesis": "%s", "profile": "profile.json"}
                """
                    .formatted(HASH)));
    assertEquals(Duration.ofSeconds(5), settings.tipInterval());
    assertEquals(Path.of("/var/lib/huxin"), settings.folder());
  }

  @Test
  void everyMistakeIsNamedAtOnce() throws IOException {
    SettingsRefusedException refused =
        refused(
            """
            {"genesis": "secret", "profile": "elsewhere.json", "tipSeconds": 0, "replica": "x"}
            """);
    assertEquals(SettingRefusal.SETTINGS_WRONG, refused.code());
    assertEquals(
        Map.of(
            "folder", "is missing",
            "genesis", "is no SHA-256 in lower-case hexadecimal",
            "profile", "cannot be read",
            "replica", "is not known",
            "tipSeconds", "is no number of seconds from 1 to 3600"),
        refused.evidence());
    assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
  }

  @Test
  void aProfileThatIsNoneIsNamedByItsRefusal() throws IOException {
    Files.writeString(folder.resolve("profile.json"), "{}");
    SettingsRefusedException refused =
        refused(
            """
            {"folder": "", "genesis": "%s", "profile": "profile.json"}
            """
                .formatted(HASH));
    assertEquals(Map.of("folder", "is no text", "profile", "PROFILE_FORM"), refused.evidence());
  }

  @Test
  void aNodeNeedsAKeyOfItsOwn() throws IOException {
    Path profile = folder.resolve("profile.json");
    Files.writeString(
        profile, Files.readString(profile).replaceFirst(",\"privateKey\":\"[^\"]*\"", ""));
    SettingsRefusedException refused =
        refused(
            """
            {"folder": "replica", "genesis": "%s", "profile": "profile.json"}
            """
                .formatted(HASH));
    assertEquals(Map.of("profile", "holds no private key"), refused.evidence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"folder\":1.5}"})
  void whatIsNoObjectIsUnreadable(String json) throws IOException {
    assertEquals(SettingRefusal.SETTINGS_UNREADABLE, refused(json).code());
  }

  @Test
  void aFileThatIsNotThereIsUnreadable() {
    assertEquals(
        SettingRefusal.SETTINGS_UNREADABLE,
        assertThrows(
                SettingsRefusedException.class,
                () -> NodeSettings.read(folder.resolve("no such file")))
            .code());
  }
}
