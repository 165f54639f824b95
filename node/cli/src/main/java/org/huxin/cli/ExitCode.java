// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

/** What the program's exit status says to scripts. */
public final class ExitCode {
  /** All that was asked is in order. */
  public static final int GOOD = 0;

  /** Something that was asked is not in order. */
  public static final int BAD = 1;

  /** It cannot be told. */
  public static final int CANNOT_TELL = 2;

  /** The command was not understood: EX_USAGE of sysexits. */
  public static final int USAGE = 64;

  /** An input file does not exist or cannot be read: EX_NOINPUT. */
  public static final int NO_INPUT = 66;

  /** Something that is needed is in use or not there: EX_UNAVAILABLE. */
  public static final int UNAVAILABLE = 69;

  /** A bug in the program: EX_SOFTWARE. */
  public static final int BUG = 70;

  /** An output file exists or cannot be written: EX_CANTCREAT. */
  public static final int CANNOT_CREATE = 73;

  /** A profile or another setting is not usable: EX_CONFIG. */
  public static final int CONFIG = 78;

  private ExitCode() {}
}
