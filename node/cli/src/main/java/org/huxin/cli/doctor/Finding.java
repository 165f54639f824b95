// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli.doctor;

import java.util.List;

/**
 * Something found.
 *
 * @param symptom what
 * @param place what it is about: a file, the identity, an endpoint
 * @param details what its words name, in their order: numbers, names and words of others
 */
public record Finding(Symptom symptom, String place, List<String> details) {
  /** A copy of the given list. */
  public Finding {
    details = List.copyOf(details);
  }

  static Finding of(Symptom symptom, String place, String... details) {
    return new Finding(symptom, place, List.of(details));
  }

  /** Whether it keeps the connection from working. */
  public boolean isFault() {
    return symptom.weight() == Symptom.Weight.FAULT;
  }
}
