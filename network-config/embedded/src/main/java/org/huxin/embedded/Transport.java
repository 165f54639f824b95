// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

/** How clients reach the network. */
public enum Transport {
  /** No TLS: the quickest start. */
  PLAINTEXT,
  /** Servers show a certificate of their organisation's TLS authority. */
  TLS,
  /** Clients show one too. */
  MUTUAL_TLS
}
