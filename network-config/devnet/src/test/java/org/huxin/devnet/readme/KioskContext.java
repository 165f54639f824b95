// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.VerifyingKey;

/** Around snippets that verify without a network. */
public class KioskContext extends SnippetContext {
  /** The ledger's id. */
  protected final LedgerId ledger;

  /** The name of the issuer's key. */
  protected final KeyId issuerKeyId;

  /** The issuer's key. */
  protected final VerifyingKey issuerKey;

  /** The bytes of a proof file. */
  protected final Bytes file;

  /** The document that the proof is of. */
  protected final Bytes document;

  KioskContext(
      LedgerId ledger, KeyId issuerKeyId, VerifyingKey issuerKey, Bytes file, Bytes document) {
    this.ledger = ledger;
    this.issuerKeyId = issuerKeyId;
    this.issuerKey = issuerKey;
    this.file = file;
    this.document = document;
  }

  /** The same. */
  protected KioskContext(KioskContext other) {
    this(other.ledger, other.issuerKeyId, other.issuerKey, other.file, other.document);
  }
}
