// SPDX-License-Identifier: Apache-2.0
/** What whoever holds a document can judge by himself. Imports core, crypto and seal only. */
@NullMarked
package org.huxin.sdk.offline;

import org.jspecify.annotations.NullMarked;
