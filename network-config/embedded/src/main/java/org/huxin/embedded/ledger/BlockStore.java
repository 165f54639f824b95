// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import java.io.Closeable;

/** Where committed blocks are kept. One thread appends; any thread reads. */
public interface BlockStore extends Closeable {

  /** How many blocks there are: the number of the next. */
  long height();

  /**
   * A block.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= number < height()}
   */
  StoredBlock block(long number);

  /** Keeps the next block: once this returns, it survives whatever this store survives. */
  void append(StoredBlock block);

  @Override
  void close();
}
