// SPDX-License-Identifier: Apache-2.0
/** Agreements of mutual recognition. Specification: proto/spec/agreement.md. */
@NullMarked
package org.huxin.core.agreement;

import org.jspecify.annotations.NullMarked;
