// SPDX-License-Identifier: Apache-2.0
/** Consent: what a window asks of a holder, and what it makes of the answer. */
@NullMarked
package org.huxin.sdk.consent;

import org.jspecify.annotations.NullMarked;
