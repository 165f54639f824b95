// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import org.hyperledger.fabric.protos.common.Block;

/** The channel's configuration that holds at present. Thread-safe. */
public final class ConfigurationInForce {
  private volatile State state;

  private record State(long blockNumber, ChannelConfiguration configuration, Members members) {}

  /** Begins with the configuration of the genesis block. */
  public ConfigurationInForce(Block genesis) {
    state = state(genesis);
  }

  /** A configuration that is judged and not yet in force. */
  public static final class Candidate {
    private final State state;

    private Candidate(State state) {
      this.state = state;
    }

    /** The configuration. */
    public ChannelConfiguration configuration() {
      return state.configuration;
    }
  }

  /**
   * Reads a later configuration block.
   *
   * @throws IllegalArgumentException if peers would refuse its configuration
   */
  public static Candidate read(Block block) {
    return new Candidate(state(block));
  }

  private static State state(Block block) {
    ChannelConfiguration configuration = ChannelConfiguration.of(block);
    configuration.requireReadable();
    return new State(block.getHeader().getNumber(), configuration, new Members(configuration));
  }

  /** A later configuration block holds from now on. */
  public void replace(Block block) {
    replace(read(block));
  }

  /** A later configuration holds from now on. */
  public void replace(Candidate next) {
    state = next.state;
  }

  /** The number of the block that holds it. */
  public long blockNumber() {
    return state.blockNumber;
  }

  /** The configuration. */
  public ChannelConfiguration configuration() {
    return state.configuration;
  }

  /** Its identities. */
  public Members members() {
    return state.members;
  }
}
