// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a peer refuses what chaincode asks of it. */
public enum SimulationRefusal implements RefusalCode {
  /** A key is empty or not well-formed Unicode. */
  KEY_NOT_VALID,
  /** A write after a paginated query, or a paginated query after a write. */
  PAGINATED_QUERY_AND_WRITE,
  /** A write after a query on private data, or such a query after a write. */
  PRIVATE_QUERY_AND_WRITE,
  /** The chaincode's definition has no such collection. */
  COLLECTION_NOT_DEFINED,
  /** The creator's organisation may not read the collection. */
  CREATOR_MAY_NOT_READ,
  /** The creator's organisation may not write the collection. */
  CREATOR_MAY_NOT_WRITE,
  /** The ledger holds the hash, but this organisation does not hold the private value. */
  PRIVATE_DATA_NOT_AVAILABLE,
  /** A rich query: LevelDB, the state of this network, has none. */
  QUERY_NOT_SUPPORTED,
  /** No chaincode of that name is defined on the channel. */
  CHAINCODE_NOT_DEFINED,
  /** No channel of that name. */
  CHANNEL_NOT_FOUND
}
