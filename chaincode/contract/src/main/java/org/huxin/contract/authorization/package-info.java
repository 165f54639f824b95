// SPDX-License-Identifier: Apache-2.0
/**
 * Consent, delegation, use, and the paper that was asked: proto/spec/authorization-and-usage.md.
 */
@NullMarked
package org.huxin.contract.authorization;

import org.jspecify.annotations.NullMarked;
