// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

/** A command cannot do what it was asked: one clear line for the user, and an exit code. */
final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandFailedException(int exitCode, String line) {
    super(line);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
