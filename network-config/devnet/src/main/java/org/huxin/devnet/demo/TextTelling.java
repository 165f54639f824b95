// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the story to a person, step by step, and sums it up in a table. For one thread. */
public final class TextTelling implements Listener {
  private static final int MILLIS = 1000;
  private static final int WIDE = 0x2E80;
  private static final String INDENT = "    ";

  private final Texts texts;
  private final PrintWriter out;
  private final Optional<PrintWriter> terminal;
  private int chapters;
  private boolean progressShown;

  /**
   * Such a telling.
   *
   * @param out where it is written
   * @param terminal where a line that is written over shows how a long step gets on; empty where
   *     nobody looks
   */
  public TextTelling(Texts texts, PrintWriter out, Optional<PrintWriter> terminal) {
    this.texts = texts;
    this.out = out;
    this.terminal = terminal;
  }

  /** Says what is going to be told. */
  public void begin() {
    out.println(texts.of("title"));
    out.println(texts.of("subtitle"));
    out.flush();
  }

  @Override
  public void chapterBegins(String chapter) {
    chapters++;
    out.println();
    out.println(texts.of("chapter", chapters, texts.chapter(chapter)));
    out.flush();
  }

  @Override
  public void progress(String step, long done, long total) {
    terminal.ifPresent(
        writer -> {
          progressShown = true;
          writer.print("\r" + INDENT + texts.of("progress", bar(done, total), done, total));
          writer.flush();
        });
  }

  /** Twenty marks wide. */
  private static String bar(long done, long total) {
    int marks = total == 0 ? 0 : (int) (20 * done / total);
    return "█".repeat(marks) + "░".repeat(20 - marks);
  }

  @Override
  public void stepEnds(StepResult result) {
    if (progressShown) {
      terminal.ifPresent(
          writer -> {
            writer.print("\r\u001b[2K");
            writer.flush();
          });
      progressShown = false;
    }
    String position = texts.of("position", Long.toString(result.block()), time(result.millis()));
    boolean plain = result.ok() && result.outcome().equals(Narrator.DONE);
    String sentence =
        result.name().endsWith("." + Narrator.REST)
            ? texts.of("rest")
            : texts.step(result.name(), result.details());
    out.println("  " + (result.ok() ? "✓ " : "✗ ") + sentence + (plain ? position : ""));
    if (!plain) {
      out.println(INDENT + "→ " + said(result.outcome()) + position);
    }
    if (!result.ok()) {
      out.println(INDENT + texts.of("expected", said(result.expected())));
    }
    out.flush();
  }

  /** The text for people, and the code for those who search. */
  private String said(String outcome) {
    String text = texts.outcome(outcome);
    return text.equals(outcome) ? text : texts.of("code", text, outcome);
  }

  private String time(long millis) {
    return millis < MILLIS
        ? texts.of("millis", Long.toString(millis))
        : texts.of(
            "seconds", String.format(java.util.Locale.ROOT, "%.1f", millis / (double) MILLIS));
  }

  /** What a chapter came to. */
  private static final class Sum {
    private int steps;
    private int good;
    private long block;
    private long millis;

    private void add(StepResult result) {
      steps++;
      good += result.ok() ? 1 : 0;
      block = result.block();
      millis += result.millis();
    }
  }

  /** Sums it up in a table. */
  public void end(Telling telling) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Sum all = new Sum();
    for (StepResult step : telling.steps()) {
      sums.computeIfAbsent(step.chapter(), name -> new Sum()).add(step);
      all.add(step);
    }
    int width = sums.keySet().stream().mapToInt(name -> width(texts.chapter(name))).max().orElse(0);
    out.println();
    out.println(
        "  "
            + pad(texts.of("table.chapter"), width)
            + left(texts.of("table.steps"))
            + left(texts.of("table.good"))
            + left(texts.of("table.block"))
            + left(texts.of("table.time")));
    sums.forEach((name, sum) -> row(texts.chapter(name), width, sum));
    out.println();
    out.println(
        telling.ok()
            ? texts.of("end.good", all.steps, all.block, time(all.millis))
            : texts.of("end.bad", all.steps - all.good, all.steps));
    out.flush();
  }

  private void row(String name, int width, Sum sum) {
    out.println(
        (sum.good == sum.steps ? "✓ " : "✗ ")
            + pad(name, width)
            + left(Integer.toString(sum.steps))
            + left(Integer.toString(sum.good))
            + left(Long.toString(sum.block))
            + left(time(sum.millis)));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  private static String left(String text) {
    int column = 10;
    return " ".repeat(Math.max(1, column - width(text))) + text;
  }

  /** Chinese characters are two columns wide. */
  private static int width(String text) {
    return text.codePoints().map(code -> code >= WIDE ? 2 : 1).sum();
  }
}
