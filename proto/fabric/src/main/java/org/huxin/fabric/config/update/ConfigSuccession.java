// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.update;

import java.util.Map;
import java.util.Optional;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.block.BlockRefusal;

/**
 * What must stay, whoever signs: an organisation's group keeps its MSP id, and under BFT blocks are
 * signed by ⌈(n+f+1)/2⌉ of exactly the consenters. Stateless.
 */
final class ConfigSuccession {
  private ConfigSuccession() {}

  /** What is wrong with a configuration as the next of another. */
  record Finding(BlockRefusal code, Map<String, String> evidence) {}

  static Optional<Finding> findings(ChannelConfiguration before, ChannelConfiguration after) {
    for (String section : new String[] {"Orderer", "Application"}) {
      Map<String, String> now = after.mspIds(section);
      for (Map.Entry<String, String> organisation : before.mspIds(section).entrySet()) {
        String id = now.get(organisation.getKey());
        if (id != null && !id.equals(organisation.getValue())) {
          return Optional.of(
              new Finding(
                  BlockRefusal.CONFIG_UPDATE_ORGANISATION,
                  Map.of("element", section + "/" + organisation.getKey())));
        }
      }
    }
    boolean exact = after.blockValidation().equals(after.blockValidationOfConsenters());
    return (before.isBft() || after.isBft()) && !exact
        ? Optional.of(
            new Finding(
                BlockRefusal.CONFIG_UPDATE_BLOCK_VALIDATION,
                Map.of("consenters", Integer.toString(after.consenters().size()))))
        : Optional.empty();
  }
}
