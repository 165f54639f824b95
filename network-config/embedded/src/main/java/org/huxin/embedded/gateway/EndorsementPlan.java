// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.simulation.SimulationResults;
import org.huxin.embedded.simulation.Simulator.CollectionName;
import org.huxin.embedded.simulation.Simulator.KeyPolicy;
import org.huxin.fabric.access.OrganisationPolicies;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.lifecycle.CollectionRules;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.peer.CollectionConfig;

/**
 * Finds the smallest sets of organisations whose endorsements satisfy every policy that a
 * simulation touches: of the chaincodes, of collections, and of keys.
 */
final class EndorsementPlan {
  /** Sets of organisations are tried one by one; there are 2^n. */
  private static final int MOST_ORGANISATIONS = 16;

  private final NetworkView network;
  private final OrganisationPolicies policies;
  private final SimulationResults results;
  private final String mspId;
  private final String invoked;

  EndorsementPlan(
      NetworkView network,
      OrganisationPolicies policies,
      SimulationResults results,
      String mspId,
      String invoked) {
    this.invoked = invoked;
    this.network = network;
    this.policies = policies;
    this.results = results;
    this.mspId = mspId;
  }

  /**
   * The smallest sufficient sets, those with the first endorser before the others, each led by it.
   *
   * @param turn which of equally good sets comes first, to spread load
   */
  List<List<Peer>> layouts(Peer first, boolean withTransientData, int turn) {
    List<Peer> candidates = candidates(withTransientData);
    List<Set<Peer>> minimal = minimal(candidates);
    List<List<Peer>> with = new ArrayList<>();
    List<List<Peer>> without = new ArrayList<>();
    for (Set<Peer> layout : minimal) {
      List<Peer> ordered =
          layout.stream()
              .sorted(
                  Comparator.comparingInt((Peer p) -> p == first ? 0 : 1)
                      .thenComparingInt(network.peers()::indexOf))
              .toList();
      (layout.contains(first) ? with : without).add(ordered);
    }
    rotate(with, turn);
    rotate(without, turn);
    return Stream.concat(with.stream(), without.stream()).toList();
  }

  /** Collections with transient data that some organisation may not see. */
  boolean isProtected() {
    return !writtenCollections().isEmpty();
  }

  private static void rotate(List<List<Peer>> layouts, int turn) {
    if (layouts.size() > 1) {
      // Sets of equal size are equally good; the smaller come first.
      int size = layouts.get(0).size();
      int equal = (int) layouts.stream().filter(layout -> layout.size() == size).count();
      Collections.rotate(layouts.subList(0, equal), -(turn % equal));
    }
  }

  private List<Peer> candidates(boolean withTransientData) {
    Set<CollectionName> restricting = new HashSet<>(results.privateReads());
    if (withTransientData) {
      restricting.addAll(writtenCollections());
    }
    return network.peers().stream()
        .filter(peer -> !peer.fault().down() && chaincodes().stream().allMatch(peer::runs))
        .filter(
            peer ->
                restricting.stream()
                    .allMatch(collection -> members(collection).contains(peer.mspId())))
        .limit(MOST_ORGANISATIONS)
        .toList();
  }

  private List<Set<Peer>> minimal(List<Peer> candidates) {
    List<Integer> masks = new ArrayList<>();
    for (int mask = 1; mask < 1 << candidates.size(); mask++) {
      masks.add(mask);
    }
    masks.sort(Comparator.comparingInt((Integer m) -> Integer.bitCount(m)).thenComparing(m -> m));
    List<Integer> found = new ArrayList<>();
    for (int mask : masks) {
      boolean covered = found.stream().anyMatch(smaller -> (mask & smaller) == smaller);
      if (!covered && satisfies(pick(candidates, mask))) {
        found.add(mask);
      }
    }
    return found.stream().map(mask -> Set.copyOf(pick(candidates, mask))).toList();
  }

  private static List<Peer> pick(List<Peer> candidates, int mask) {
    List<Peer> picked = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if ((mask & (1 << i)) != 0) {
        picked.add(candidates.get(i));
      }
    }
    return picked;
  }

  private boolean satisfies(List<Peer> peers) {
    List<String> organisations = peers.stream().map(Peer::mspId).toList();
    return applicationPolicies().stream().allMatch(p -> policies.satisfies(p, organisations))
        && keyPolicies().stream().allMatch(p -> policies.satisfiesKeyPolicy(p, organisations));
  }

  private Set<ByteString> keyPolicies() {
    return results.keyPolicies().stream()
        .map(KeyPolicy::policy)
        .flatMap(Optional::stream)
        .filter(policy -> !policy.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Of namespaces written or read without a key's own policy, and of collections written. */
  private List<ByteString> applicationPolicies() {
    List<ByteString> found = new ArrayList<>();
    for (String chaincode : chaincodes()) {
      network
          .definition(mspId, chaincode)
          .filter(definition -> needsChaincodePolicy(chaincode))
          .ifPresent(definition -> found.add(definition.policy().toByteString()));
    }
    for (KeyPolicy key : results.keyPolicies()) {
      if (!key.collection().isEmpty() && key.policy().isEmpty()) {
        network
            .definition(mspId, key.namespace())
            .map(definition -> collectionPolicy(definition, key.collection()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean needsChaincodePolicy(String chaincode) {
    List<KeyPolicy> written =
        results.keyPolicies().stream()
            .filter(key -> key.namespace().equals(chaincode) && key.collection().isEmpty())
            .toList();
    return written.isEmpty() || written.stream().anyMatch(key -> key.policy().isEmpty());
  }

  private static ByteString collectionPolicy(ChaincodeDefinition definition, String collection) {
    return definition.collections().getConfigList().stream()
        .map(CollectionConfig::getStaticCollectionConfig)
        .filter(config -> config.getName().equals(collection) && config.hasEndorsementPolicy())
        .map(config -> config.getEndorsementPolicy().toByteString())
        .findFirst()
        .orElse(definition.policy().toByteString());
  }

  /** Those that the simulation touched, or else the one that was called. */
  private Set<String> chaincodes() {
    Set<String> touched =
        results.readWriteSet().getNsRwsetList().stream()
            .map(NsReadWriteSet::getNamespace)
            .filter(name -> !name.equals(ChaincodeDefinitions.NAMESPACE))
            .collect(Collectors.toCollection(TreeSet::new));
    return touched.isEmpty() ? Set.of(invoked) : touched;
  }

  private Set<CollectionName> writtenCollections() {
    return results.keyPolicies().stream()
        .filter(key -> !key.collection().isEmpty())
        .map(key -> new CollectionName(key.namespace(), key.collection()))
        .collect(Collectors.toSet());
  }

  private Set<String> members(CollectionName collection) {
    return network
        .definition(mspId, collection.namespace())
        .flatMap(definition -> CollectionRules.find(definition, collection.collection()))
        .map(CollectionRules::members)
        .orElse(Set.of());
  }
}
