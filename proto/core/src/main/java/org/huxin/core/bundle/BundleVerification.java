// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.ledger.NotProvenException;
import org.huxin.core.log.AgreedCheckpoint;
import org.huxin.core.log.LogRefusedException;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.log.TrustedCities;
import org.huxin.core.statemap.MapRefusedException;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * Checks that what a bundle says of the ledger is what enough cities say (proto/spec/bundle.md).
 * Needs no network. Pure; safe for all threads.
 */
public final class BundleVerification {
  /** By how much a city's clock may be ahead of the verifier's: the genesis limit's default. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private BundleVerification() {}

  /**
   * Checks a bundle.
   *
   * @param now the verifier's clock
   * @throws BundleRefusedException if the cities do not agree, or anything is not proven
   */
  public static VerifiedBundle verify(Bundle bundle, BundleTrust trust, Instant now) {
    TrustedCities cities = trust.cities();
    Instant since = trust.pinnedAt();
    for (KeyChange change : bundle.keyChanges()) {
      AgreedCheckpoint agreed =
          agree(change.checkpoint(), cities, now, BundleRefusal.KEY_CHANGE_REFUSED);
      if (agreed.time().isBefore(since)) {
        throw BundleRefusedException.of(BundleRefusal.KEY_CHANGE_TOO_OLD);
      }
      cities = changed(change, agreed, cities);
      since = agreed.time();
    }
    AgreedCheckpoint agreed =
        agree(bundle.checkpoint(), cities, now, BundleRefusal.CHECKPOINT_REFUSED);
    LedgerView view = proven(bundle.state(), agreed);
    TrustedCities members = members(view, cities);
    AgreedCheckpoint agreedByMembers =
        agree(bundle.checkpoint(), members, now, BundleRefusal.CHECKPOINT_REFUSED);
    return new VerifiedBundle(bundle.proof(), agreedByMembers, view, members);
  }

  private static AgreedCheckpoint agree(
      SignedCheckpoint checkpoint, TrustedCities cities, Instant now, BundleRefusal refusal) {
    try {
      return cities.agree(checkpoint, now.plus(CLOCK_SKEW));
    } catch (LogRefusedException e) {
      throw BundleRefusedException.because(refusal, e);
    }
  }

  private static LedgerView proven(List<StateProof> state, AgreedCheckpoint agreed) {
    Digest root = agreed.checkpoint().state().mapRoot();
    for (StateProof each : state) {
      try {
        each.verify(root);
      } catch (MapRefusedException e) {
        throw BundleRefusedException.because(BundleRefusal.STATE_NOT_PROVEN, e);
      }
    }
    return new ProvenView(state);
  }

  /** A city that left speaks for nobody. */
  private static TrustedCities members(LedgerView view, TrustedCities cities) {
    Set<DivisionCode> members = memberCities(view);
    TreeMap<DivisionCode, List<VerifyingKey>> keys = new TreeMap<>(cities.keys());
    keys.keySet().retainAll(members);
    if (keys.size() < cities.needed()) {
      throw new BundleRefusedException(
          BundleRefusal.TOO_FEW_MEMBERS,
          Map.of(
              "cities", Integer.toString(keys.size()),
              "needed", Integer.toString(cities.needed())));
    }
    return new TrustedCities(cities.ledger(), keys, cities.needed());
  }

  private static Set<DivisionCode> memberCities(LedgerView view) {
    try {
      return view.get(Membership.key())
          .map(found -> found.cities().stream().map(MemberCity::code).collect(Collectors.toSet()))
          .orElseThrow(() -> BundleRefusedException.of(BundleRefusal.MEMBERSHIP_NOT_PROVEN));
    } catch (NotProvenException e) {
      throw BundleRefusedException.of(BundleRefusal.MEMBERSHIP_NOT_PROVEN);
    }
  }

  /** The trusted cities with the keys that a change proves, in the place of those before. */
  private static TrustedCities changed(
      KeyChange change, AgreedCheckpoint agreed, TrustedCities cities) {
    Digest root = agreed.checkpoint().state().mapRoot();
    TreeMap<DivisionCode, List<VerifyingKey>> found = new TreeMap<>();
    for (StateProof each : change.nodes()) {
      try {
        each.verify(root);
      } catch (MapRefusedException e) {
        throw BundleRefusedException.because(BundleRefusal.KEY_CHANGE_REFUSED, e);
      }
      Authority node =
          node(each)
              .filter(read -> cities.keys().containsKey(read.division().city()))
              .orElseThrow(() -> BundleRefusedException.of(BundleRefusal.KEY_CHANGE_WITHOUT_KEY));
      List<VerifyingKey> keys = noteKeys(node, agreed.time());
      if (keys.isEmpty()) {
        throw BundleRefusedException.of(BundleRefusal.KEY_CHANGE_WITHOUT_KEY);
      }
      found.computeIfAbsent(node.division().city(), city -> new ArrayList<>()).addAll(keys);
    }
    TreeMap<DivisionCode, List<VerifyingKey>> all = new TreeMap<>(cities.keys());
    all.putAll(found);
    try {
      return new TrustedCities(cities.ledger(), all, cities.needed());
    } catch (IllegalArgumentException e) {
      // Two cities with one key: one of them would count twice.
      throw BundleRefusedException.of(BundleRefusal.KEY_CHANGE_WITHOUT_KEY);
    }
  }

  private static Optional<Authority> node(StateProof proof) {
    try {
      Optional<Authority> read =
          proof.value().map(value -> Authority.CODEC.fromBytes(value, JsonLimits.STATEMENT));
      return read.filter(each -> StateKey.of(Authority.key(each.uscc())).equals(proof.key()));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      return Optional.empty(); // an entity of another kind
    }
  }

  /** The note keys of an authority that is a node's at a time. */
  public static List<VerifyingKey> noteKeys(Authority authority, Instant time) {
    if (!authority.has(Role.NODE, time, Optional.empty())) {
      return List.of();
    }
    return authority.keys().stream()
        .filter(key -> key.use() == KeyUse.NOTE)
        .filter(key -> key.isInForce(time, Optional.empty()))
        .filter(key -> !key.isCompromised(time, Optional.empty()))
        .map(HeldKey::key)
        .distinct()
        .toList();
  }
}
