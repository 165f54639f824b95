// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import org.huxin.crypto.digest.Digest;

/**
 * Which rows of a source a batch accounts for.
 *
 * @param source the source's digest, by which a run is found again
 * @param firstRow the first one, from 0
 * @param rows how many, anchored and rejected
 * @param rejected how many of them were rejected
 */
public record SourceRows(Digest source, long firstRow, int rows, int rejected) {}
