// SPDX-License-Identifier: Apache-2.0
/**
 * The verdict's rules over a view of the ledger: one class for each aspect. The contract, nodes and
 * offline bundles run the same. Specification: proto/spec/question.md, proto/spec/verdict.md.
 */
@NullMarked
package org.huxin.core.verification;

import org.jspecify.annotations.NullMarked;
