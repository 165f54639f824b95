// SPDX-License-Identifier: Apache-2.0
/**
 * Bundles: a proof file with what the ledger holds about it, proven against a checkpoint on which
 * cities agree. Specification: proto/spec/bundle.md.
 */
@NullMarked
package org.huxin.core.bundle;

import org.jspecify.annotations.NullMarked;
