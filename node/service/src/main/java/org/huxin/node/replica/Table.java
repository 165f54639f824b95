// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

/** The tables of a replica, each a column family. Those of participants come on top. */
enum Table {
  /** The form of the replica and how far it has come. */
  META("default"),
  /** Blocks by number. */
  BLOCKS("blocks"),
  /** The block in which a transaction id first stands. */
  TRANSACTIONS("transactions"),
  /** Public values by namespace and key. */
  VALUES("values"),
  /** Hashes of private values by namespace, collection and key hash. */
  HASHES("hashes"),
  /** Hashes that will end, by the number of the block with which they do. */
  EXPIRIES("expiries"),
  /** What was found wrong, by its number. */
  FINDINGS("findings"),
  /** Blocks that findings are about, by finding and position. */
  EVIDENCE("evidence");

  private final String family;

  Table(String family) {
    this.family = family;
  }

  String family() {
    return family;
  }
}
