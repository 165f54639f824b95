// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.nio.file.Path;
import java.util.List;

/** How the benchmarks start a process with the class path of this one. */
final class JavaCommand {
  private JavaCommand() {}

  static List<String> of() {
    return List.of(program(), "-cp", System.getProperty("java.class.path"));
  }

  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
