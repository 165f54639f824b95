// SPDX-License-Identifier: Apache-2.0
/**
 * What happens to licences on the ledger: batches and changes of status. Specification:
 * proto/spec/batch-and-status.md.
 */
@NullMarked
package org.huxin.core.licence;

import org.jspecify.annotations.NullMarked;
