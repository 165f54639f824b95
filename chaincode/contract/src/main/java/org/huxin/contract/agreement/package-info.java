// SPDX-License-Identifier: Apache-2.0
/** Agreements between cities: proto/spec/agreement.md. */
@NullMarked
package org.huxin.contract.agreement;

import org.jspecify.annotations.NullMarked;
