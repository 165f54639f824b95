// SPDX-License-Identifier: Apache-2.0
/** Seals as they are filed, and their life. Specification: proto/spec/seal-filing.md. */
@NullMarked
package org.huxin.core.seal;

import org.jspecify.annotations.NullMarked;
