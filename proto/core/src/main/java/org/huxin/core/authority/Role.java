// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

/** What an authority may do. */
public enum Role {
  /** Defines licence types. */
  DEFINER,
  /** Issues licences. */
  ISSUER,
  /** Supervises them after they are issued. */
  SUPERVISOR,
  /** Uses them in its services. */
  CONSUMER,
  /** Makes and files seals. */
  SEAL_MAKER,
  /** Attests who holds a key. */
  IDENTITY_PROVIDER,
  /** Governs a city: given at founding or jointly only. */
  GOVERNOR,
  /** Audits. */
  AUDITOR,
  /** Runs a validating node. */
  NODE
}
