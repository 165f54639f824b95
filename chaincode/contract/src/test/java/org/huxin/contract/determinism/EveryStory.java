// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.determinism;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ObservedCall;
import org.huxin.contract.sample.ObservedContract;
import org.huxin.contract.sample.PlainTests;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * Runs every test of the operations once more, in the order of their names, and says of each call
 * that the contract accepted what it answered and wrote: the digest of its bytes. A program of its
 * own, which {@link DeterminismTest} starts in different JVMs.
 */
final class EveryStory {
  /** Seals a trail with fresh randomness, as holders' trails must be: its statement differs. */
  private static final String SEALING = ".aStatutoryUseLeavesATrailThatTheHolderOpensAndNobodyElse";

  private EveryStory() {}

  /** Prints the calls. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ObservedContract.observe(
        call -> call.outcome().ifPresent(outcome -> out.println(line(call, outcome))));
    tell(story -> out.println("# " + story));
  }

  /**
   * Runs every test of the operations.
   *
   * @param beginning is told the name of each before it runs
   */
  static void tell(Consumer<String> beginning) throws Exception {
    PlainTests.run(name -> !name.endsWith(SEALING), beginning);
  }

  private static String line(ObservedCall call, Outcome outcome) {
    StringBuilder text = new StringBuilder(call.operation());
    text.append(' ').append(DigestAlgorithm.SHA_256.digest(outcome.result()).value().hex());
    if (outcome instanceof Outcome.Accepted accepted) {
      for (Outcome.Write write : accepted.writes()) {
        text.append(' ').append(write.key().replace('\u0000', '/'));
        text.append('=').append(DigestAlgorithm.SHA_256.digest(write.value()).value().hex());
      }
    }
    return text.toString();
  }
}
