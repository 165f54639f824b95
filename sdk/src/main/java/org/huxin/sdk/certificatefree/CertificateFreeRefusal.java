// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import org.huxin.crypto.refusal.RefusalCode;

/** Why it cannot be told whether a service can go on without certificates. */
public enum CertificateFreeRefusal implements RefusalCode {
  /** The ledger knows no version of the item that is in force. Evidence: {@code item}. */
  ITEM_NOT_PUBLISHED,
  /** More licences are offered than a question takes. Evidence: {@code count}, {@code limit}. */
  TOO_MANY_OFFERS
}
