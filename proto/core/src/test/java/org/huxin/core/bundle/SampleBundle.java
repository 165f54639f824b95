// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.Limits;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.Uscc;
import org.huxin.core.log.DerivedState;
import org.huxin.core.log.SampleCities;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.statemap.KeptNodes;
import org.huxin.core.statemap.StateMap;
import org.huxin.core.statement.Name;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.SampleView;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.VerifyingKey;

/** The sample ledger of the verdict rules with a state map, checkpoints and bundles over it. */
public final class SampleBundle {
  /** As of when the cities cosign: each a second after the one before. */
  public static final Instant TIME = SampleView.AS_OF;

  private static final Limits LIMITS =
      new Limits(
          300, 604_800, 2_592_000, 432_000, 1_296_000, 864_000, 2_592_000, 31_536_000, 200, 20);

  private static final DivisionCode OWN = SampleCities.CITIES.get(1);

  public final SampleView view = new SampleView();
  public final SampleCities cities = new SampleCities(SampleLicence.LEDGER);
  private final KeptNodes nodes = new KeptNodes();

  public SampleBundle() {
    putMembership(SampleCities.CITIES);
  }

  public void putMembership(List<DivisionCode> members) {
    List<MemberCity> all = new ArrayList<>();
    for (DivisionCode city : members) {
      all.add(
          new MemberCity(
              city,
              new Name("示例市"),
              new MspId("City" + city + "MSP"),
              Uscc.parse("11150600MB9T00011A")));
    }
    view.ledger.put(
        Membership.key(),
        new Membership(
            LIMITS, all, SampleView.history(SampleView.FOUNDED, SampleView.id("founding"))));
  }

  /** A node of a division with a note key. */
  public void putNode(Uscc uscc, DivisionCode division, VerifyingKey key, Role role) {
    HeldKey held =
        new HeldKey(
            1,
            KeyUse.NOTE,
            key,
            SampleView.FOUNDED,
            SampleView.FOUNDED.plus(Duration.ofDays(3650)),
            SampleView.FOUNDED,
            List.of());
    view.ledger.put(
        Authority.key(uscc),
        new Authority(
            uscc,
            new Name("示例节点"),
            division,
            Optional.empty(),
            List.of(SampleView.role(role)),
            List.of(held),
            Optional.empty(),
            List.of(),
            List.of(),
            SampleView.history(SampleView.FOUNDED, SampleView.id("node " + uscc))));
  }

  public StateMap map() {
    Map<String, Optional<Bytes>> writes = new HashMap<>();
    view.ledger.stored().forEach((key, value) -> writes.put(key, Optional.of(value)));
    return nodes.keep(StateMap.empty(nodes).update(1, writes));
  }

  /** A checkpoint of the ledger as it is, not cosigned. */
  public SignedCheckpoint checkpoint(long block) {
    DerivedState some = SampleCities.state(block, block + 1, "history");
    return cities.checkpoint(
        OWN,
        new DerivedState(
            some.size(), some.root(), block, some.headerHash(), some.commitHash(), map().root()));
  }

  public SignedCheckpoint cosigned(int count) {
    return cities.cosigned(checkpoint(9), TIME, SampleCities.CITIES.subList(0, count));
  }

  public Question question(Optional<AskingContext> context) {
    return view.question(context);
  }

  /** The bundle for the window's question, with so many cosignatures. */
  public Bundle bundle(int cosignatures) {
    return bundle(cosigned(cosignatures), keys());
  }

  public SortedSet<StateKey> keys() {
    return BundleKeys.of(view.ledger, SampleLicence.LEDGER, view.question());
  }

  public Bundle bundle(SignedCheckpoint checkpoint, SortedSet<StateKey> keys) {
    return BundleMaking.make(view.proof, checkpoint, keys, this::value, map());
  }

  public StateProof prove(StateKey key) {
    return new StateProof(key, value(key.stored()), map().prove(key.stored()));
  }

  private Optional<Bytes> value(String key) {
    return Optional.ofNullable(view.ledger.stored().get(key));
  }

  public BundleTrust trust(int needed) {
    return new BundleTrust(cities.trusted(needed), SampleView.FOUNDED);
  }
}
