// SPDX-License-Identifier: Apache-2.0
/** Disputes about licences, and the flag that they raise: proto/spec/dispute.md. */
@NullMarked
package org.huxin.contract.dispute;

import org.jspecify.annotations.NullMarked;
