// SPDX-License-Identifier: Apache-2.0
/** Who speaks: an authority with its key, and the secret behind which its businesses stand. */
@NullMarked
package org.huxin.sdk.identity;

import org.jspecify.annotations.NullMarked;
