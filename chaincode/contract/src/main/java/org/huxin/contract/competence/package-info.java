// SPDX-License-Identifier: Apache-2.0
/** Who may issue, supervise and ask for what, and where. */
@NullMarked
package org.huxin.contract.competence;

import org.jspecify.annotations.NullMarked;
