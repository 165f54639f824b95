// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.huxin.sdk.issuing.BulkProgress;

/** How far a file is issued: one line that grows at a terminal, or a line for each batch. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final Language language;
  private final long bytes;
  private final boolean shown;
  private final boolean terminal = isTerminal();
  private final long begin = System.nanoTime();
  private boolean open;

  /**
   * A bar.
   *
   * @param bytes the length of the file
   * @param shown whether anybody looks
   */
  ProgressBar(PrintWriter out, Language language, long bytes, boolean shown) {
    this.out = out;
    this.language = language;
    this.bytes = bytes;
    this.shown = shown;
  }

  /**
   * Before JDK 22 only a terminal has a console; since then, the console says whether it is one.
   */
  @SuppressWarnings("SystemConsoleNull") // null is what older versions return
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  void show(BulkProgress progress, long read) {
    if (!shown) {
      return;
    }
    double part = bytes == 0 ? 1 : Math.min(1.0, (double) read / bytes);
    double seconds = (System.nanoTime() - begin) / 1e9;
    int full = (int) Math.round(part * WIDTH);
    String line =
        String.format(
            language.locale(),
            "%s%s %3.0f %%  " + language.text("issue.progress"),
            "█".repeat(full),
            "░".repeat(WIDTH - full),
            part * 100,
            progress.anchored(),
            progress.rejected(),
            seconds);
    if (terminal) {
      out.print("\r" + line);
      out.flush();
      open = true;
    } else {
      out.println(line);
    }
  }

  /** The next line begins anew. */
  void end() {
    if (open) {
      out.println();
    }
  }
}
