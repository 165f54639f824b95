// SPDX-License-Identifier: Apache-2.0
/**
 * What holders and those who vouch for them say off the ledger. Specification:
 * proto/spec/attestation.md, consent-request.md, grant-file.md, presentation.md and trail.md.
 */
@NullMarked
package org.huxin.core.holder;

import org.jspecify.annotations.NullMarked;
