// SPDX-License-Identifier: Apache-2.0
/** Disputes about what a licence says. Specification: proto/spec/dispute.md. */
@NullMarked
package org.huxin.core.dispute;

import org.jspecify.annotations.NullMarked;
