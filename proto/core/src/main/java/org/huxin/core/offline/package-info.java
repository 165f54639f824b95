// SPDX-License-Identifier: Apache-2.0
/**
 * Checking a document without a network, against a trusted issuer key. Specification:
 * proto/spec/proof-file.md.
 */
@NullMarked
package org.huxin.core.offline;

import org.jspecify.annotations.NullMarked;
