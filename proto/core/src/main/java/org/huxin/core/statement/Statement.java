// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

/** What is said: one record for each operation, with a codec for its members. Immutable. */
public interface Statement {

  /** The one operation that it asks for. */
  Operation operation();
}
