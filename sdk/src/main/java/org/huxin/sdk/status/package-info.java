// SPDX-License-Identifier: Apache-2.0
/** What happens to licences after they are issued: their status, and batches that are void. */
@NullMarked
package org.huxin.sdk.status;

import org.jspecify.annotations.NullMarked;
