// SPDX-License-Identifier: Apache-2.0
/** The questions that a peer answers with the verdict's own rules. */
@NullMarked
package org.huxin.contract.verification;

import org.jspecify.annotations.NullMarked;
