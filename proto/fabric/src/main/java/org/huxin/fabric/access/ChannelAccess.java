// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.huxin.fabric.identity.ExpiringCertificate;
import org.huxin.fabric.identity.MemberIdentity;

/** Judges by the configuration in force. Thread-safe. */
public final class ChannelAccess implements AccessControl {
  private final ConfigurationInForce inForce;
  private final String channelId;
  private final Clock clock;

  /**
   * Access to a channel.
   *
   * @param clock judges whether certificates have expired
   */
  public ChannelAccess(ConfigurationInForce inForce, String channelId, Clock clock) {
    this.inForce = inForce;
    this.channelId = channelId;
    this.clock = clock;
  }

  @Override
  public boolean isExpired(ByteString identity) {
    return ExpiringCertificate.notAfter(identity)
        .filter(end -> end.isBefore(clock.instant()))
        .isPresent();
  }

  @Override
  public void checkCreator(SignedData proposal) throws AccessDeniedException {
    Optional<MemberIdentity> creator = inForce.members().find(proposal.identity());
    if (creator.isEmpty()) {
      throw new AccessDeniedException(
          "access denied: channel [%s] creator org unknown, creator is malformed"
              .formatted(channelId));
    }
    MemberIdentity identity = creator.get();
    if (!identity.isValid() || !identity.hasSigned(proposal.data(), proposal.signature())) {
      throw new AccessDeniedException(
          "access denied: channel [%s] creator org [%s]".formatted(channelId, identity.mspId()));
    }
  }

  @Override
  public void checkPolicy(String policy, SignedData signed) throws AccessDeniedException {
    Members members = inForce.members();
    Optional<String> refusal = members.policies().refusal(policy, members.signers(List.of(signed)));
    if (refusal.isPresent()) {
      throw new AccessDeniedException(refusal.get());
    }
  }
}
