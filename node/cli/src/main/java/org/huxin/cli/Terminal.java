// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Whether somebody looks at the program's second output. Java 17 cannot tell; the launcher can, and
 * says so in the property {@value #PROPERTY}.
 */
final class Terminal {
  static final String PROPERTY = "huxin.terminal";

  private Terminal() {}

  /** Where a line that is written over shows how something gets on; empty if nobody looks. */
  static Optional<PrintWriter> of(CommandSpec spec) {
    return Boolean.getBoolean(PROPERTY)
        ? Optional.of(spec.commandLine().getErr())
        : Optional.empty();
  }
}
