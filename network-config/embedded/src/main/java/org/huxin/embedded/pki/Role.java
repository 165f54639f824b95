// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.util.Locale;

/** What an identity may be to its MSP: the OU of its certificate's subject (Fabric's NodeOUs). */
public enum Role {
  /** Calls the network. */
  CLIENT,
  /** Endorses and commits. */
  PEER,
  /** Signs changes of the configuration. */
  ADMIN,
  /** Orders blocks. */
  ORDERER;

  /** The organisational unit, lower case, as Fabric writes it. */
  public String organisationalUnit() {
    return name().toLowerCase(Locale.ROOT);
  }
}
