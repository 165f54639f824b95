// SPDX-License-Identifier: Apache-2.0
/** What may be wrong with a connection, examined step by step. */
@NullMarked
package org.huxin.cli.doctor;

import org.jspecify.annotations.NullMarked;
