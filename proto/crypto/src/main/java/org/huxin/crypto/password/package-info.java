// SPDX-License-Identifier: Apache-2.0
/** What a password protects. Specification: proto/spec/holder-key-file.md. */
@NullMarked
package org.huxin.crypto.password;

import org.jspecify.annotations.NullMarked;
