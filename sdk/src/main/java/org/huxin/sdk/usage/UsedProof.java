// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.util.List;
import java.util.Set;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Verdict;

/**
 * A licence that is used.
 *
 * @param proof its proof
 * @param verdict what verifying it answered
 * @param fields which of its attributes were shown; unmodifiable
 * @param grants what it rests on, one of each holder; empty for a statutory or presented use;
 *     unmodifiable
 */
record UsedProof(ProofFile proof, Verdict verdict, Set<FieldName> fields, List<GrantFile> grants) {
  UsedProof {
    fields = Set.copyOf(fields);
    grants = List.copyOf(grants);
  }
}
