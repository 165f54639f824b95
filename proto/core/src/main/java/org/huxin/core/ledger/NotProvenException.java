// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

/**
 * A view that does not hold the whole ledger was asked for a key of which it knows neither a value
 * nor that there is none. Whoever judges answers that it cannot tell.
 */
public final class NotProvenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * Such a key.
   *
   * @param kind the kind of entity in the key: the rest may be a licence's
   */
  public NotProvenException(String kind) {
    super("not proven: " + kind);
    this.kind = kind;
  }

  /** The kind of entity in the key. */
  public String kind() {
    return kind;
  }
}
