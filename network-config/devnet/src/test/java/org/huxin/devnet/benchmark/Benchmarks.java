// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks that the arguments select (those of JMH's own command line) and prints each
 * as a ratio over its floor: the benchmark of the same name with {@code Floor} behind it.
 */
public final class Benchmarks {
  private static final String FLOOR = "Floor";

  private Benchmarks() {}

  /** Runs the benchmarks. */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      String label = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
      StringBuilder parameters = new StringBuilder();
      for (String key : result.getParams().getParamsKeys()) {
        parameters.append(' ').append(key).append('=').append(result.getParams().getParam(key));
      }
      scores.put(label + parameters, result.getPrimaryResult().getScore());
    }
    System.out.println("\nRatio over the floor of the same run:");
    scores.forEach(
        (label, score) -> {
          int space = label.indexOf(' ');
          String method = space < 0 ? label : label.substring(0, space);
          String rest = space < 0 ? "" : label.substring(space);
          Double floor = scores.get(method + FLOOR + rest);
          if (floor != null) {
            System.out.printf(java.util.Locale.ROOT, "%-70s %6.2f%n", label, score / floor);
          }
        });
  }
}
