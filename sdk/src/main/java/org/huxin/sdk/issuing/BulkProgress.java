// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

/**
 * How far a source is issued. Every row is one or the other: rows = anchored + rejected.
 *
 * @param rows how many rows are done
 * @param anchored how many of them are on the ledger
 * @param rejected how many are in the report
 * @param batches in how many batches
 */
public record BulkProgress(long rows, long anchored, long rejected, int batches) {
  /**
   * Such a progress.
   *
   * @throws IllegalArgumentException if the numbers do not add up
   */
  public BulkProgress {
    if (rows != anchored + rejected) {
      throw new IllegalArgumentException("rows = anchored + rejected");
    }
  }
}
