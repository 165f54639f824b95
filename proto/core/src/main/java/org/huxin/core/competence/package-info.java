// SPDX-License-Identifier: Apache-2.0
/** Who may issue, supervise and use what, and where. Specification: proto/spec/accreditation.md. */
@NullMarked
package org.huxin.core.competence;

import org.jspecify.annotations.NullMarked;
