// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.huxin.chaincode.packaging.ServicePackage;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServicePackageTest {
  @TempDir Path folder;

  private static Map<String, Bytes> files(Bytes archive) throws IOException {
    Map<String, Bytes> files = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new ByteArrayInputStream(archive.toByteArray())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        assertEquals(0, entry.getLastModifiedTime().toMillis());
        assertEquals(0, entry.getLongUserId());
        files.put(entry.getName(), Bytes.of(tar.readAllBytes()));
      }
    }
    return files;
  }

  private static Bytes file(Map<String, Bytes> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void holdsLabelAndPlaceholder() throws IOException {
    Map<String, Bytes> outer = files(ServicePackage.of("huxin_1.0").archive());
    assertEquals(
        "{\"type\":\"ccaas\",\"label\":\"huxin_1.0\"}\n", text(file(outer, "metadata.json")));
    Map<String, Bytes> inner = files(file(outer, "code.tar.gz"));
    assertEquals(1, inner.size());
    assertTrue(text(file(inner, "connection.json")).contains("\"address\":\"{{.address}}\""));
  }

  @Test
  void sameLabelMakesTheSameBytes() {
    assertEquals(ServicePackage.of("huxin_1.0"), ServicePackage.of("huxin_1.0"));
    assertNotEquals(
        ServicePackage.of("huxin_1.0").packageId(), ServicePackage.of("huxin_1.1").packageId());
  }

  @Test
  void idIsLabelAndDigest() {
    ServicePackage made = ServicePackage.of("huxin_1.0");
    assertEquals(
        "huxin_1.0:" + DigestAlgorithm.SHA_256.digest(made.archive()).value().hex(),
        made.packageId());
  }

  @Test
  void refusesALabelThatFabricRefuses() {
    for (String label : new String[] {"", "_a", "a b", "a/b", "a\"b", "x".repeat(129)}) {
      assertThrows(IllegalArgumentException.class, () -> ServicePackage.of(label), label);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Fabric's programs run on POSIX systems")
  void builderFillsInWhereTheServiceOfThisPeerListens() throws Exception {
    ServiceBuilder builder = new ServiceBuilder(folder.resolve("builder"));
    builder.write();
    assertEquals(OptionalInt.empty(), builder.port("huxin_1.0"));
    builder.serve("huxin_1.0", 9999);
    assertEquals(OptionalInt.of(9999), builder.port("huxin_1.0"));
    Map<String, Bytes> outer = files(ServicePackage.of("huxin_1.0").archive());
    Path source = Files.createDirectories(folder.resolve("source"));
    Path metadata = Files.createDirectories(folder.resolve("metadata"));
    Path built = Files.createDirectories(folder.resolve("built"));
    Path released = Files.createDirectories(folder.resolve("released"));
    Files.write(metadata.resolve("metadata.json"), file(outer, "metadata.json").toByteArray());
    for (Map.Entry<String, Bytes> file : files(file(outer, "code.tar.gz")).entrySet()) {
      Files.write(source.resolve(file.getKey()), file.getValue().toByteArray());
    }
    assertEquals(0, run("detect", source, metadata));
    assertEquals(0, run("build", source, metadata, built));
    assertEquals(0, run("release", built, released));
    assertEquals(
        "{\"address\":\"127.0.0.1:9999\",\"dial_timeout\":\"10s\",\"tls_required\":false}\n",
        Files.readString(released.resolve("chaincode/server/connection.json")));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Fabric's programs run on POSIX systems")
  void builderRefusesWhatIsNoServiceOrIsNotServed() throws Exception {
    new ServiceBuilder(folder.resolve("builder")).write();
    Path metadata = Files.createDirectories(folder.resolve("metadata"));
    Files.writeString(metadata.resolve("metadata.json"), "{\"type\":\"golang\",\"label\":\"x\"}");
    assertNotEquals(0, run("detect", folder, metadata));
    assertNotEquals(0, run("build", folder, metadata, folder));
  }

  private int run(String script, Path... arguments) throws Exception {
    String[] command = new String[1 + arguments.length];
    command[0] = folder.resolve("builder/bin").resolve(script).toString();
    for (int i = 0; i < arguments.length; i++) {
      command[i + 1] = arguments[i].toString();
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
