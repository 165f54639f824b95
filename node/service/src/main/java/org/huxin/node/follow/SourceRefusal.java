// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a source delivers no blocks. Another one is asked. */
public enum SourceRefusal implements RefusalCode {
  /** It cannot be reached, broke off, or gives no blocks to this identity. */
  SOURCE_UNAVAILABLE,
  /** It was closed here. */
  SOURCE_CLOSED
}
