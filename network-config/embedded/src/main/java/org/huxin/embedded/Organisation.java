// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.ledger.StoredBlock;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.Role;
import org.huxin.embedded.pki.Validity;
import org.hyperledger.fabric.protos.common.Block;

/** One organisation of the network. Thread-safe. */
public final class Organisation {
  private static final int CLIENT_DAYS = 30;

  private final OrganisationKeys keys;
  private final Peer peer;
  private final Endpoint endpoint;
  private final Map<Long, Block> forks = new ConcurrentHashMap<>();

  Organisation(OrganisationKeys keys, Peer peer, Endpoint endpoint) {
    this.keys = keys;
    this.peer = peer;
    this.endpoint = endpoint;
  }

  /** Its MSP id. */
  public String mspId() {
    return keys.mspId();
  }

  /** Where its gateway, peer and orderer listen: {@code host:port}. */
  public String endpoint() {
    return endpoint.address();
  }

  /** All its certificates and keys. */
  public OrganisationKeys keys() {
    return keys;
  }

  /** The client identity that every organisation has. */
  public Credential client() {
    return keys.client();
  }

  /** A fresh client identity. */
  public Credential newClient(String name, Instant now, SecureRandom random) {
    return keys.intermediate()
        .identity(Role.CLIENT, name + "@" + keys.domain(), Validity.days(now, CLIENT_DAYS), random);
  }

  /** What this organisation's peer delivers in place of a block. */
  StoredBlock show(StoredBlock block) {
    Block forked = forks.get(block.block().getHeader().getNumber());
    return forked == null ? block : new StoredBlock(forked, block.privateWrites());
  }

  void serveFork(Block forked) {
    forks.put(forked.getHeader().getNumber(), forked);
  }

  Peer peer() {
    return peer;
  }

  Endpoint server() {
    return endpoint;
  }
}
