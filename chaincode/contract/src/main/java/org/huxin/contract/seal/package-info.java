// SPDX-License-Identifier: Apache-2.0
/** Filing of seals: proto/spec/seal-filing.md. */
@NullMarked
package org.huxin.contract.seal;

import org.jspecify.annotations.NullMarked;
