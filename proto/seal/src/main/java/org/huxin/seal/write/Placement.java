// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

/**
 * Where a seal shows.
 *
 * @param page the identifier of the page in Document.xml
 * @param x from the left, in millimetres
 * @param y from above, in millimetres
 */
public record Placement(int page, int x, int y) {
  /** The lower right of the page of a {@link LicenceDocument}. */
  public static final Placement LICENCE = new Placement(2, 130, 220);
}
