// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks, each beside its floor: the hash and signature work that nobody can avoid. Figures
 * count as ratios of one run.
 */
@NullMarked
package org.huxin.devnet.benchmark;

import org.jspecify.annotations.NullMarked;
