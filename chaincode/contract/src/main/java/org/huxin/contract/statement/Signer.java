// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.holder.Attestation;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Thumbprint;

/** Whose statement it is, once the signature and all that it rests on were checked. */
public sealed interface Signer {
  /** The key that signed. */
  KeyId key();

  /**
   * An authority.
   *
   * @param key which of its keys
   * @param authority as the ledger has it
   * @param city the city in which it acts
   */
  record OfAuthority(KeyId.OfAuthority key, Authority authority, MemberCity city)
      implements Signer {}

  /**
   * A holder.
   *
   * @param thumbprint the holder's key
   * @param attestation who the holder is: a commitment
   * @param attestedBy the key of the identity provider that attested
   */
  record OfHolder(Thumbprint thumbprint, Attestation attestation, KeyId.OfAuthority attestedBy)
      implements Signer {
    @Override
    public KeyId key() {
      return new KeyId.OfHolder(thumbprint);
    }

    /** Whether it is that key, or one that was attested to take its place. */
    public boolean actsFor(Thumbprint other) {
      return thumbprint.equals(other) || attestation.predecessorKey().equals(Optional.of(other));
    }
  }
}
