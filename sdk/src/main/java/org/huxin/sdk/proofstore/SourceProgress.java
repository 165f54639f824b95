// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

/**
 * How far the batches of a source reach.
 *
 * @param nextRow the first row that no batch accounts for
 * @param anchored how many licences the batches hold
 * @param rejected how many rows were rejected before {@code nextRow}
 * @param batches how many batches
 */
public record SourceProgress(long nextRow, long anchored, long rejected, int batches) {
  /** Nothing was done yet. */
  public static final SourceProgress NONE = new SourceProgress(0, 0, 0, 0);
}
