// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.update;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.identity.MemberIdentity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * Judges a configuration block's update by the configuration before it: what it relies on is so,
 * what it writes has the next version, and for each element that was there before enough
 * administrators have signed by the policy that stood there. The configuration must be the one that
 * the update gives. So the consenters alone, however many of them, change no member, no policy and
 * no consenter. For one block; uses the configuration in force when it is made.
 */
public final class ConfigUpdateCheck {
  private final ConfigurationInForce inForce;
  private final String channelId;
  private final long number;

  /**
   * A check of a block.
   *
   * @param inForce the configuration before the block
   * @param number the block's number, for evidence
   */
  public ConfigUpdateCheck(ConfigurationInForce inForce, String channelId, long number) {
    this.inForce = inForce;
    this.channelId = channelId;
    this.number = number;
  }

  /**
   * Judges the configuration of a block.
   *
   * @return the configuration, to be put in force
   * @throws BlockRefusedException naming the first finding: {@link
   *     BlockRefusal#BLOCK_CONFIGURATION}, {@link BlockRefusal#BLOCK_CAPABILITY} or one that begins
   *     with {@code CONFIG_UPDATE}
   */
  public ConfigurationInForce.Candidate check(Block block) {
    ConfigEnvelope envelope = envelope(block);
    Config current = inForce.configuration().config();
    long expected = current.getSequence() + 1;
    if (envelope.getConfig().getSequence() != expected) {
      throw refused(
          BlockRefusal.CONFIG_UPDATE_SEQUENCE,
          Map.of(
              "expected",
              Long.toUnsignedString(expected),
              "found",
              Long.toUnsignedString(envelope.getConfig().getSequence())));
    }
    ConfigGroup result = result(update(envelope.getLastUpdate()));
    Config given = Config.newBuilder().setSequence(expected).setChannelGroup(result).build();
    if (!envelope.getConfig().equals(given)) {
      throw refused(BlockRefusal.CONFIG_UPDATE_RESULT, Map.of());
    }
    ConfigurationInForce.Candidate next = candidate(block);
    ConfigSuccession.findings(inForce.configuration(), next.configuration())
        .ifPresent(
            finding -> {
              throw refused(finding.code(), finding.evidence());
            });
    return next;
  }

  private ConfigurationInForce.Candidate candidate(Block block) {
    ConfigurationInForce.Candidate next;
    try {
      next = ConfigurationInForce.read(block);
    } catch (IllegalArgumentException e) {
      throw refused(
          BlockRefusal.BLOCK_CONFIGURATION, Map.of("because", String.valueOf(e.getMessage())));
    }
    next.configuration()
        .unknownCapability()
        .ifPresent(
            name -> {
              throw refused(BlockRefusal.BLOCK_CAPABILITY, Map.of("capability", name));
            });
    return next;
  }

  private BlockRefusedException refused(BlockRefusal code, Map<String, String> evidence) {
    return new BlockRefusedException(code, number, evidence);
  }

  private BlockRefusedException refused(BlockRefusal code, String element) {
    return refused(code, Map.of("element", element));
  }

  private ConfigEnvelope envelope(Block block) {
    try {
      Payload payload =
          Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
      return ConfigEnvelope.parseFrom(payload.getData());
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw refused(BlockRefusal.BLOCK_CONFIGURATION, Map.of());
    }
  }

  /** An update and who has signed it, by the configuration in force. */
  private record SignedUpdate(ConfigUpdate update, List<MemberIdentity> signers) {}

  private SignedUpdate update(Envelope last) {
    ConfigUpdateEnvelope signed;
    ConfigUpdate update;
    List<SignedData> signatures = new ArrayList<>();
    try {
      Payload payload = Payload.parseFrom(last.getPayload());
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      if (!payload.hasHeader() || header.getType() != HeaderType.CONFIG_UPDATE_VALUE) {
        throw refused(BlockRefusal.CONFIG_UPDATE_UNREADABLE, Map.of());
      }
      signed = ConfigUpdateEnvelope.parseFrom(payload.getData());
      update = ConfigUpdate.parseFrom(signed.getConfigUpdate());
      for (ConfigSignature signature : signed.getSignaturesList()) {
        ByteString about = signature.getSignatureHeader();
        signatures.add(
            new SignedData(
                about.concat(signed.getConfigUpdate()),
                SignatureHeader.parseFrom(about).getCreator(),
                signature.getSignature()));
      }
    } catch (InvalidProtocolBufferException e) {
      throw refused(BlockRefusal.CONFIG_UPDATE_UNREADABLE, Map.of());
    }
    if (!update.getChannelId().equals(channelId)) {
      throw refused(BlockRefusal.CONFIG_UPDATE_CHANNEL, Map.of());
    }
    return new SignedUpdate(update, inForce.members().signers(signatures));
  }

  private ConfigGroup result(SignedUpdate signed) {
    ConfigUpdate update = signed.update;
    Map<String, ConfigElement> current =
        ConfigElements.of(inForce.configuration().config().getChannelGroup());
    Map<String, ConfigElement> read = elements(update.hasReadSet(), update.getReadSet());
    read.forEach(
        (key, element) -> {
          ConfigElement existing = current.get(key);
          if (existing == null || existing.version() != element.version()) {
            throw refused(BlockRefusal.CONFIG_UPDATE_READ_SET, key);
          }
        });
    Map<String, ConfigElement> written = elements(update.hasWriteSet(), update.getWriteSet());
    read.forEach(
        (key, element) ->
            written.computeIfPresent(
                key, (k, write) -> write.version() == element.version() ? null : write));
    if (written.isEmpty()) {
      throw refused(BlockRefusal.CONFIG_UPDATE_EMPTY, Map.of());
    }
    written.forEach(
        (key, element) ->
            requireAllowed(key, element, Optional.ofNullable(current.get(key)), signed.signers));
    Map<String, ConfigElement> all = new TreeMap<>(current);
    all.putAll(written);
    return ConfigElements.join(all);
  }

  private Map<String, ConfigElement> elements(boolean present, ConfigGroup group) {
    try {
      return present ? ConfigElements.of(group) : new TreeMap<>();
    } catch (IllegalArgumentException e) {
      throw refused(BlockRefusal.CONFIG_UPDATE_UNREADABLE, Map.of());
    }
  }

  private void requireAllowed(
      String key,
      ConfigElement element,
      Optional<ConfigElement> existing,
      List<MemberIdentity> signers) {
    if (!isPolicyName(element.modPolicy())) {
      throw refused(BlockRefusal.CONFIG_UPDATE_MOD_POLICY, key);
    }
    long next = existing.map(before -> before.version() + 1).orElse(0L);
    if (element.version() != next) {
      throw refused(BlockRefusal.CONFIG_UPDATE_VERSION, key);
    }
    if (existing.isEmpty()) {
      return; // the group that lists it is written too, and has a policy
    }
    String policy = existing.get().modPolicyPath();
    if (existing.get().modPolicy().isEmpty() || !inForce.configuration().hasPolicy(policy)) {
      throw refused(BlockRefusal.CONFIG_UPDATE_MOD_POLICY, key);
    }
    if (inForce.members().policies().refusal(policy, signers).isPresent()) {
      throw refused(
          BlockRefusal.CONFIG_UPDATE_SIGNATURES,
          Map.of("element", key, "signers", Integer.toString(signers.size())));
    }
  }

  private static boolean isPolicyName(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    for (String step : relative.split("/", -1)) {
      if (!ConfigElements.isName(step)) {
        return false;
      }
    }
    return true;
  }
}
