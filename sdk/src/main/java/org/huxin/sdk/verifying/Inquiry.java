// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.Question;

/**
 * A verification half done: what the caller found itself, and what is to be asked of whoever holds
 * a view of the ledger. Joined with the answer it is the verdict.
 *
 * @param own the caller's half
 * @param question for the ledger's half; nothing of the document, of a person commitments alone
 */
public record Inquiry(Verdict own, Question question) {}
