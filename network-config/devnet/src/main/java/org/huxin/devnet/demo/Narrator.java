// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.refusal.RefusalCode;
import org.huxin.crypto.refusal.RefusedException;

/**
 * Takes the steps of a chapter: each is asked, timed, and compared with what it should come to. A
 * step that others rest on and that fails ends its chapter; the story goes on with the next. For
 * one thread.
 */
public final class Narrator {
  /** What was asked was done. */
  static final String DONE = "DONE";

  /** The name of the step that stands for the rest of a chapter that broke off. */
  static final String REST = "rest";

  private final Chapter chapter;
  private final Listener listener;
  private final LongSupplier block;
  private final List<StepResult> results = new ArrayList<>();

  /**
   * Of one chapter.
   *
   * @param block the ledger's last block
   */
  Narrator(Chapter chapter, Listener listener, LongSupplier block) {
    this.chapter = chapter;
    this.listener = listener;
    this.block = block;
  }

  /** What is done, and may yield something. */
  @FunctionalInterface
  interface Deed<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** What is done and yields nothing. */
  @FunctionalInterface
  interface Act {
    /** Does it. */
    void run() throws IOException;
  }

  /** Something that others rest on did not come about: the chapter cannot go on. */
  static final class ChapterEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ChapterEndedException() {
      super("a step did not come to what it should", null, false, false);
    }
  }

  /**
   * A step that others rest on: it should be done.
   *
   * @param details what its sentence mentions
   * @return what it yields
   */
  <T> T done(String name, Deed<T> deed, Object... details) throws IOException {
    long begin = System.nanoTime();
    try {
      T made = deed.run();
      record(name, DONE, DONE, begin, details);
      return made;
    } catch (RefusedException e) {
      record(name, DONE, refusal(e.code()), begin, details);
      throw new ChapterEndedException();
    }
  }

  /** A step that is nothing but done. */
  void act(String name, Act act, Object... details) throws IOException {
    Boolean unused =
        done(
            name,
            () -> {
              act.run();
              return true;
            },
            details);
  }

  /** A step of which somebody says what it came to. */
  void outcome(String name, String expected, Deed<String> deed, Object... details)
      throws IOException {
    long begin = System.nanoTime();
    String outcome;
    try {
      outcome = deed.run();
    } catch (RefusedException e) {
      outcome = refusal(e.code());
    }
    record(name, expected, outcome, begin, details);
  }

  /** A step that should be refused. */
  void refused(String name, RefusalCode expected, Act act, Object... details) throws IOException {
    outcome(
        name,
        refusal(expected),
        () -> {
          act.run();
          return DONE;
        },
        details);
  }

  /** A step that asks for a verdict on which nothing else rests. */
  void verdict(String name, String expected, Deed<Verdict> deed, Object... details)
      throws IOException {
    Verdict unused = judged(name, expected, deed, details);
  }

  /**
   * A step that asks for a verdict.
   *
   * @return the verdict, also where it is not as expected
   */
  Verdict judged(String name, String expected, Deed<Verdict> deed, Object... details)
      throws IOException {
    long begin = System.nanoTime();
    try {
      Verdict verdict = deed.run();
      record(name, expected, Words.of(verdict), begin, details);
      return verdict;
    } catch (RefusedException e) {
      record(name, expected, refusal(e.code()), begin, details);
      throw new ChapterEndedException();
    }
  }

  /** The ledger's refusals have names that verdicts have too, and mean something else. */
  private static String refusal(RefusalCode code) {
    return Words.REFUSED + code.name();
  }

  /** A long step gets on. */
  void progress(String name, long done, long total) {
    listener.progress(chapter.name() + "." + name, done, total);
  }

  /** What was told, the end that nobody expected among it. */
  List<StepResult> results() {
    return results;
  }

  /** Tells the chapter to its end, whatever happens. */
  void tell(World world) {
    listener.chapterBegins(chapter.name());
    long begin = System.nanoTime();
    try {
      chapter.tell(world, this);
    } catch (ChapterEndedException e) {
      // The step that failed was told.
    } catch (RuntimeException | IOException e) {
      record(REST, DONE, e.getClass().getSimpleName(), begin);
    }
  }

  private void record(String name, String expected, String outcome, long begin, Object... details) {
    StepResult result =
        new StepResult(
            chapter.name() + "." + name,
            expected,
            outcome,
            block.getAsLong(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
            java.util.Arrays.stream(details).map(Object::toString).toList());
    results.add(result);
    listener.stepEnds(result);
  }
}
