// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.util.List;

/** What a JSON form looks like: for tests that walk every field, and for the spec pages' tables. */
public sealed interface Shape {

  /**
   * A text of a closed grammar or code list, or one of the few free texts.
   *
   * @param grammar the name under which the spec pages describe it
   * @param maxLength in UTF-16 code units
   * @param free whether people write what they like there, so that it must be screened
   */
  record Text(String grammar, int maxLength, boolean free) implements Shape {}

  /**
   * An integer.
   *
   * @param min the least
   * @param max the greatest
   */
  record IntegerRange(long min, long max) implements Shape {}

  /** True or false. */
  record Truth() implements Shape {}

  /**
   * A list.
   *
   * @param item the form of each item
   * @param min the least number of items
   * @param max the greatest number of items
   * @param ascending whether it is a set, in ascending order of its items' canonical bytes
   */
  record Items(Shape item, int min, int max, boolean ascending) implements Shape {}

  /**
   * An object of texts under names that nobody declares: for evidence only.
   *
   * @param maxEntries the greatest number of members
   * @param maxLength of a name or a text, in UTF-16 code units
   */
  record TextMap(int maxEntries, int maxLength) implements Shape {}

  /**
   * An object.
   *
   * @param fields all members that it can have
   */
  record Members(List<Member> fields) implements Shape {
    /** A copy of the given list. */
    public Members {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A member of an object.
   *
   * @param name its name
   * @param required whether it is always there
   * @param shape its form
   */
  record Member(String name, boolean required, Shape shape) {}

  /**
   * One of several objects, told apart by a member.
   *
   * @param tag the member's name
   * @param cases the possible forms, without the tag
   */
  record OneOf(String tag, List<Case> cases) implements Shape {
    /** A copy of the given list. */
    public OneOf {
      cases = List.copyOf(cases);
    }
  }

  /**
   * One of several forms.
   *
   * @param value the tag's value
   * @param shape the form
   */
  record Case(String value, Shape shape) {}
}
