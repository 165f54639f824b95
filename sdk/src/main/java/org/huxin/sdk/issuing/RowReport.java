// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.io.IOException;

/** Where the rows that are not issued are told. */
@FunctionalInterface
public interface RowReport {
  /**
   * A row is not issued. After a crash, rows that no batch accounts for are told again.
   *
   * @param row from 0
   * @throws IOException if it cannot be written
   */
  void rejected(long row, IssuingRefusedException refusal) throws IOException;
}
