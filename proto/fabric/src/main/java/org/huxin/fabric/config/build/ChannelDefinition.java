// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huxin.fabric.access.ChannelConfiguration;

/**
 * A SmartBFT channel: capabilities V3_0 (channel), V2_0 (orderer) and V2_5 (application), policies
 * by majority of the organisations, blocks signed by ⌈(n+f+1)/2⌉ of the n consenters.
 *
 * @param channelId the channel's name
 * @param organisations the members
 * @param consenters at least one
 * @param batch when a block is cut
 * @param times SmartBFT's timers
 * @param accessControls policies of resources that differ from Fabric's defaults; may be empty
 */
public record ChannelDefinition(
    String channelId,
    List<OrganisationDefinition> organisations,
    List<ConsenterDefinition> consenters,
    BatchLimits batch,
    SmartBftTimes times,
    Map<String, String> accessControls) {

  /**
   * Copies what is mutable.
   *
   * @throws IllegalArgumentException if there is no consenter, if two consenters have one id or two
   *     organisations one MSP, or if a consenter belongs to no member with orderers
   */
  public ChannelDefinition {
    organisations = List.copyOf(organisations);
    consenters = List.copyOf(consenters);
    accessControls = Collections.unmodifiableMap(new TreeMap<>(accessControls));
    Set<String> msps = new HashSet<>();
    Set<String> ordering = new HashSet<>();
    for (OrganisationDefinition organisation : organisations) {
      if (!msps.add(organisation.msp().id())) {
        throw new IllegalArgumentException("two organisations have one MSP");
      }
      if (!organisation.ordererEndpoints().isEmpty()) {
        ordering.add(organisation.msp().id());
      }
    }
    Set<Integer> ids = new HashSet<>();
    for (ConsenterDefinition consenter : consenters) {
      if (!ids.add(consenter.id()) || !ordering.contains(consenter.mspId())) {
        throw new IllegalArgumentException(
            "a consenter has an id of its own and belongs to a member with orderers");
      }
    }
    if (consenters.isEmpty()) {
      throw new IllegalArgumentException("a channel has a consenter");
    }
  }

  /** How many consenters sign a block: ⌈(n+f+1)/2⌉ where f = ⌊(n−1)/3⌋. */
  public int quorum() {
    return ChannelConfiguration.quorum(consenters.size());
  }
}
