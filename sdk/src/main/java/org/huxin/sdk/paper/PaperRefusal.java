// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.paper;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a paper is not to be asked for. */
public enum PaperRefusal implements RefusalCode {
  /** A recognised licence says it: do not ask. Evidence: {@code material}, {@code type}. */
  LICENCE_SERVES
}
