// SPDX-License-Identifier: Apache-2.0
/** For development and tests: certification authorities, certificates and keys of organisations. */
@NullMarked
package org.huxin.embedded.pki;

import org.jspecify.annotations.NullMarked;
