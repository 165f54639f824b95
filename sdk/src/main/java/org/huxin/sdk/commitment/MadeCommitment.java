// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.commitment;

import org.huxin.core.id.StatementId;
import org.huxin.core.reference.Opening;

/**
 * A promise that is on the ledger. Personal data; its text form shows none.
 *
 * @param id its name
 * @param subject opens who promised: for the authority's own file
 */
public record MadeCommitment(StatementId id, Opening subject) {}
