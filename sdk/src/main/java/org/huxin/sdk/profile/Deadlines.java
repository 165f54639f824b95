// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.huxin.core.codec.Field.required;

import java.time.Duration;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * How long each step may take. All are whole milliseconds from 1 ms to an hour.
 *
 * @param evaluate one peer's answer to a query
 * @param endorse one gateway's collection of endorsements
 * @param submit one gateway's delivery to the orderers
 * @param probe one question for what became of a transaction, before it is sent again
 * @param outcome all questions and repetitions together, after which the outcome is unknown
 * @param stream the life of a stream of events, after which it is opened anew: so a connection that
 *     died in silence is noticed
 */
public record Deadlines(
    Duration evaluate,
    Duration endorse,
    Duration submit,
    Duration probe,
    Duration outcome,
    Duration stream) {
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Longer than Fabric's own limits for an endorser (10 s), for a broadcast (10 s), and for a new
   * leader of the orderers after the old one died (some 25 s).
   */
  public static final Deadlines DEFAULT =
      new Deadlines(
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(90),
          Duration.ofMinutes(10));

  private static final Codec<Duration> MILLIS =
      Codecs.map(
          Codecs.integer(1, LONGEST.toMillis()),
          "milliseconds",
          Duration::ofMillis,
          Duration::toMillis);

  private static final Field<Deadlines, Duration> EVALUATE =
      required("evaluate", MILLIS, Deadlines::evaluate);
  private static final Field<Deadlines, Duration> ENDORSE =
      required("endorse", MILLIS, Deadlines::endorse);
  private static final Field<Deadlines, Duration> SUBMIT =
      required("submit", MILLIS, Deadlines::submit);
  private static final Field<Deadlines, Duration> PROBE =
      required("probe", MILLIS, Deadlines::probe);
  private static final Field<Deadlines, Duration> OUTCOME =
      required("outcome", MILLIS, Deadlines::outcome);
  private static final Field<Deadlines, Duration> STREAM =
      required("stream", MILLIS, Deadlines::stream);

  static final ObjectCodec<Deadlines> CODEC =
      ObjectCodec.of(
          members ->
              new Deadlines(
                  members.get(EVALUATE),
                  members.get(ENDORSE),
                  members.get(SUBMIT),
                  members.get(PROBE),
                  members.get(OUTCOME),
                  members.get(STREAM)),
          EVALUATE,
          ENDORSE,
          SUBMIT,
          PROBE,
          OUTCOME,
          STREAM);

  /**
   * Deadlines.
   *
   * @throws IllegalArgumentException if one is out of its range, or {@code probe} is longer than
   *     {@code outcome}
   */
  public Deadlines {
    for (Duration each : new Duration[] {evaluate, endorse, submit, probe, outcome, stream}) {
      if (each.toMillis() < 1
          || each.compareTo(LONGEST) > 0
          || !each.equals(Duration.ofMillis(each.toMillis()))) {
        throw new IllegalArgumentException("a deadline of 1 ms to an hour, in whole milliseconds");
      }
    }
    if (probe.compareTo(outcome) > 0) {
      throw new IllegalArgumentException("a probe is no longer than the outcome's deadline");
    }
  }
}
