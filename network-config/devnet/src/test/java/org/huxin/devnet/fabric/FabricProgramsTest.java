// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Fabric's programs run on POSIX systems")
class FabricProgramsTest {
  @TempDir Path folder;

  private Path program(Path in, String name, String says) throws IOException {
    Path file = Files.createDirectories(in).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + says + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String version(String version) {
    return "printf 'peer:\\n Version: " + version + "\\n Commit SHA: 86c1172\\n'";
  }

  private FabricRefusedException refused(Map<String, String> environment) {
    return assertThrows(FabricRefusedException.class, () -> FabricPrograms.find(environment));
  }

  @Test
  void findsTheProgramsOfTheNamedFolder() throws IOException {
    Path peer = program(folder, "peer", version("v3.1.5"));
    Path orderer = program(folder, "orderer", version("3.1.5"));
    assertEquals(
        new FabricPrograms(peer, orderer),
        FabricPrograms.find(Map.of("HUXIN_FABRIC_BIN", folder.toString(), "PATH", "/nowhere")));
  }

  @Test
  void findsTheProgramsOnThePath() throws IOException {
    Path peer = program(folder.resolve("b"), "peer", version("v3.1.5"));
    Path orderer = program(folder.resolve("b"), "orderer", version("v3.1.5"));
    assertEquals(
        new FabricPrograms(peer, orderer),
        FabricPrograms.find(Map.of("PATH", folder.resolve("a") + ":" + folder.resolve("b"))));
  }

  @Test
  void looksNowhereElseThanInTheNamedFolder() throws IOException {
    program(folder.resolve("b"), "peer", version("v3.1.5"));
    program(folder.resolve("b"), "orderer", version("v3.1.5"));
    FabricRefusedException refused =
        refused(
            Map.of(
                "HUXIN_FABRIC_BIN",
                folder.resolve("a").toString(),
                "PATH",
                folder.resolve("b").toString()));
    assertEquals(FabricRefusal.PROGRAM_MISSING, refused.code());
    assertEquals(
        "PROGRAM_MISSING {looked in=HUXIN_FABRIC_BIN, program=peer v3.1.5}", refused.getMessage());
  }

  @Test
  void refusesWhereOneProgramIsMissing() throws IOException {
    program(folder, "peer", version("v3.1.5"));
    FabricRefusedException refused = refused(Map.of("PATH", folder.toString()));
    assertEquals("PROGRAM_MISSING {looked in=PATH, program=orderer v3.1.5}", refused.getMessage());
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    program(folder, "peer", version("v3.1.5"));
    program(folder, "orderer", version("v3.1.4"));
    FabricRefusedException refused = refused(Map.of("PATH", folder.toString()));
    assertEquals(FabricRefusal.PROGRAM_VERSION, refused.code());
    assertEquals(
        "PROGRAM_VERSION {found=3.1.4, looked in=PATH, needed=v3.1.5, program=orderer}",
        refused.getMessage());
  }

  @Test
  void refusesAProgramThatSaysNoVersion() throws IOException {
    program(folder, "peer", "exit 1");
    assertEquals("none", refused(Map.of("PATH", folder.toString())).evidence().get("found"));
  }

  @Test
  void refusesAProgramThatCannotBeRun() throws IOException {
    Path peer = program(folder, "peer", "");
    Files.write(peer, new byte[] {0, 1, 2});
    assertEquals("none", refused(Map.of("PATH", folder.toString())).evidence().get("found"));
  }
}
