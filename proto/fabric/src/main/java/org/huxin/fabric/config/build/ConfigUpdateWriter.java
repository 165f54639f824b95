// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigUpdate;

/**
 * Writes the update that turns one configuration into another: what is read with its version, and
 * what is written with the next. Stateless.
 */
public final class ConfigUpdateWriter {
  private ConfigUpdateWriter() {}

  /**
   * The bytes of {@code common.ConfigUpdate}, to be signed by enough administrators.
   *
   * @param channelId the channel that is changed
   * @param currentConfig the bytes of {@code common.Config} in force
   * @param change what is done to the channel's group; versions may be left alone
   * @throws IllegalArgumentException if the bytes are no configuration, or nothing changes
   */
  public static Bytes write(
      String channelId, Bytes currentConfig, UnaryOperator<ConfigGroup> change) {
    ConfigGroup current;
    try {
      current = Config.parseFrom(currentConfig.asByteBuffer()).getChannelGroup();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a configuration", e);
    }
    GroupDifference difference = GroupDifference.between(current, change.apply(current));
    if (!difference.changed()) {
      throw new IllegalArgumentException("nothing changes");
    }
    return GenesisBlock.bytes(
        ConfigUpdate.newBuilder()
            .setChannelId(channelId)
            .setReadSet(difference.readSet())
            .setWriteSet(difference.writeSet())
            .build());
  }

  /** A change that adds an organisation to the application group. */
  public static UnaryOperator<ConfigGroup> addOrganisation(OrganisationDefinition organisation) {
    return channel ->
        channel.toBuilder()
            .putGroups(
                "Application",
                channel.getGroupsOrThrow("Application").toBuilder()
                    .putGroups(
                        organisation.msp().id(),
                        ChannelConfigWriter.applicationMember(organisation))
                    .build())
            .build();
  }

  /**
   * A change that adds an organisation to the orderer group, and its consenter to those who order:
   * from then on a quorum of them all signs blocks. SmartBFT takes one consenter at a time.
   *
   * <p>Applied where another consenter has that id, it throws {@link IllegalArgumentException}.
   */
  public static UnaryOperator<ConfigGroup> addConsenter(
      OrganisationDefinition organisation, ConsenterDefinition consenter) {
    return channel ->
        channel.toBuilder()
            .putGroups(
                "Orderer",
                ChannelConfigWriter.withConsenter(
                    channel.getGroupsOrThrow("Orderer"), organisation, consenter))
            .build();
  }

  /**
   * A change of a consenter's address or certificates: it orders under the new ones as soon as the
   * change is in force, and not under the old ones any more. SmartBFT takes one consenter at a
   * time.
   *
   * <p>Applied where the organisation has no consenter of that id, it throws {@link
   * IllegalArgumentException}.
   */
  public static UnaryOperator<ConfigGroup> renewConsenter(ConsenterDefinition consenter) {
    return channel ->
        channel.toBuilder()
            .putGroups(
                "Orderer",
                ChannelConfigWriter.withRenewedConsenter(
                    channel.getGroupsOrThrow("Orderer"), consenter))
            .build();
  }

  /** A change of when a block is cut; the timeout stays. */
  public static UnaryOperator<ConfigGroup> batchLimits(BatchLimits limits) {
    return channel -> {
      ConfigGroup ordering = channel.getGroupsOrThrow("Orderer");
      return channel.toBuilder()
          .putGroups("Orderer", ChannelConfigWriter.withBatchLimits(ordering, limits))
          .build();
    };
  }
}
