// SPDX-License-Identifier: Apache-2.0
/**
 * The answer to a verifier's question: every aspect with its own outcome and evidence, and what
 * follows from them. Specification: proto/spec/verdict.md.
 */
@NullMarked
package org.huxin.core.verdict;

import org.jspecify.annotations.NullMarked;
