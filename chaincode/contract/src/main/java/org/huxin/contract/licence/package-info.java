// SPDX-License-Identifier: Apache-2.0
/** Batches of licences and what happens to them: proto/spec/batch-and-status.md. */
@NullMarked
package org.huxin.contract.licence;

import org.jspecify.annotations.NullMarked;
