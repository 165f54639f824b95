// SPDX-License-Identifier: Apache-2.0
/** Proof files: what travels with a document. Specification: proto/spec/proof-file.md. */
@NullMarked
package org.huxin.core.proof;

import org.jspecify.annotations.NullMarked;
