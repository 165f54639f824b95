// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import static org.huxin.core.codec.Field.required;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.codec.TextMapCodec;

/**
 * One thing that was found.
 *
 * @param code what
 * @param evidence positions, times, identifiers and digests by name, in sorted order; never
 *     personal data; unmodifiable
 */
public record Finding(FindingCode code, SortedMap<String, String> evidence) {
  /** The most pieces of evidence of one finding: enough for every rule, few enough to read. */
  public static final int MAX_EVIDENCE = 16;

  /** The longest name or piece of evidence: a digest, an identifier or a statement id fits. */
  public static final int MAX_TEXT = 160;

  private static final Field<Finding, FindingCode> CODE =
      required("code", Codecs.enumeration(FindingCode.class), Finding::code);
  private static final Field<Finding, SortedMap<String, String>> EVIDENCE =
      required("evidence", new TextMapCodec(MAX_EVIDENCE, MAX_TEXT), Finding::evidence);

  /** The JSON form. */
  public static final ObjectCodec<Finding> CODEC =
      ObjectCodec.of(
          members -> new Finding(members.get(CODE), members.get(EVIDENCE)), CODE, EVIDENCE);

  /** A copy of the given evidence. */
  public Finding {
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
  }

  /** A finding with its evidence. */
  public static Finding of(FindingCode code, Map<String, String> evidence) {
    return new Finding(code, new TreeMap<>(evidence));
  }

  /** A finding that its code says all about. */
  public static Finding of(FindingCode code) {
    return of(code, Map.of());
  }
}
