// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import org.jspecify.annotations.Nullable;

/**
 * Where in a JSON document something stands. Its text is a JSON Pointer (RFC 6901), made only when
 * it is asked for. The names on the way are those of declared fields, so a place gives no content
 * away. Immutable.
 */
public final class Place {
  /** The document itself. */
  public static final Place ROOT = new Place(null, "");

  private final @Nullable Place parent;
  private final String step;

  private Place(@Nullable Place parent, String step) {
    this.parent = parent;
    this.step = step;
  }

  /** The member of that name in the object at this place. */
  public Place member(String name) {
    return new Place(this, name);
  }

  /** The item of that index, from 0, in the array at this place. */
  public Place item(int index) {
    return new Place(this, Integer.toString(index));
  }

  /** The JSON Pointer; empty for the document itself. */
  @Override
  public String toString() {
    return parent == null ? "" : parent + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
