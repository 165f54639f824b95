// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.fabric.access.PolicyEvaluator;
import org.huxin.fabric.identity.MemberIdentity;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.StateEntry;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether the endorsements of a block's transactions satisfy every policy: of the invoked
 * chaincode, of every namespace written, of collections, and of keys. A key's own policy beats its
 * collection's, and that its chaincode's. For one block and one thread.
 */
final class EndorsementCheck {
  private static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";
  private static final String IMPLICIT = "_implicit_org_";
  private static final ApplicationPolicy LIFECYCLE =
      reference("/Channel/Application/LifecycleEndorsement");

  private final CommittedState state;
  private final PolicyEvaluator<MemberIdentity> policies;
  private final Set<Key> policiesChanged = new HashSet<>();

  EndorsementCheck(CommittedState state, PolicyEvaluator<MemberIdentity> policies) {
    this.state = state;
    this.policies = policies;
  }

  /** A key, private if the collection is not empty; then {@code key} is its hash. */
  private record Key(String namespace, String collection, ByteString key) {}

  TxValidationCode check(CheckedTransaction transaction, String invoked)
      throws InvalidProtocolBufferException {
    Optional<NsReadWriteSet> own =
        transaction.results().getNsRwsetList().stream()
            .filter(set -> set.getNamespace().equals(invoked))
            .findFirst();
    TxValidationCode code =
        check(invoked, own.orElse(NsReadWriteSet.getDefaultInstance()), transaction);
    for (NsReadWriteSet set : transaction.results().getNsRwsetList()) {
      if (code == TxValidationCode.VALID && !set.getNamespace().equals(invoked) && writes(set)) {
        code = check(set.getNamespace(), set, transaction);
      }
    }
    return code;
  }

  /** To be called for each transaction that is valid so far, in the order of the block. */
  void noteChangedPolicies(CheckedTransaction transaction) throws InvalidProtocolBufferException {
    for (NsReadWriteSet set : transaction.results().getNsRwsetList()) {
      for (KVMetadataWrite write : KVRWSet.parseFrom(set.getRwset()).getMetadataWritesList()) {
        policiesChanged.add(
            new Key(set.getNamespace(), "", ByteString.copyFromUtf8(write.getKey())));
      }
      for (CollectionHashedReadWriteSet collection : set.getCollectionHashedRwsetList()) {
        for (KVMetadataWriteHash write :
            HashedRWSet.parseFrom(collection.getHashedRwset()).getMetadataWritesList()) {
          policiesChanged.add(
              new Key(set.getNamespace(), collection.getCollectionName(), write.getKeyHash()));
        }
      }
    }
  }

  private TxValidationCode check(
      String namespace, NsReadWriteSet set, CheckedTransaction transaction)
      throws InvalidProtocolBufferException {
    List<MemberIdentity> endorsers = transaction.endorsers();
    if (namespace.equals(ChaincodeDefinitions.NAMESPACE)) {
      return code(lifecycle(set, endorsers));
    }
    Optional<ChaincodeDefinition> definition = ChaincodeDefinitions.find(state, namespace);
    if (definition.isEmpty()) {
      return TxValidationCode.INVALID_CHAINCODE;
    }
    Set<Key> keys = keys(namespace, set);
    if (keys.isEmpty()) {
      return code(policies.satisfies(definition.get().policy(), endorsers));
    }
    for (Key key : keys) {
      if (!satisfies(key, definition.get(), endorsers)) {
        return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
      }
    }
    return TxValidationCode.VALID;
  }

  private static TxValidationCode code(boolean satisfied) {
    return satisfied ? TxValidationCode.VALID : TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
  }

  private boolean satisfies(
      Key key, ChaincodeDefinition definition, List<MemberIdentity> endorsers) {
    if (policiesChanged.contains(key)) {
      return false;
    }
    Optional<StateEntry> entry =
        key.collection().isEmpty()
            ? state.get(key.namespace(), key.key().toStringUtf8())
            : state.hashed(key.namespace(), key.collection(), key.key());
    Optional<ByteString> own =
        entry
            .map(found -> found.metadata().get(VALIDATION_PARAMETER))
            .filter(policy -> !policy.isEmpty());
    if (own.isPresent()) {
      return policies.satisfiesKeyPolicy(own.get(), endorsers);
    }
    return policies.satisfies(
        collectionPolicy(definition, key.collection()).orElse(definition.policy()), endorsers);
  }

  private boolean lifecycle(NsReadWriteSet set, List<MemberIdentity> endorsers)
      throws InvalidProtocolBufferException {
    boolean satisfied = true;
    boolean checked = false;
    for (Key key : keys(ChaincodeDefinitions.NAMESPACE, set)) {
      ApplicationPolicy policy =
          key.collection().startsWith(IMPLICIT)
              ? reference(
                  "/Channel/Application/"
                      + key.collection().substring(IMPLICIT.length())
                      + "/Endorsement")
              : LIFECYCLE;
      satisfied &= policies.satisfies(policy, endorsers);
      checked = true;
    }
    return checked ? satisfied : policies.satisfies(LIFECYCLE, endorsers);
  }

  private static Optional<ApplicationPolicy> collectionPolicy(
      ChaincodeDefinition definition, String collection) {
    if (collection.startsWith(IMPLICIT)) {
      return Optional.of(
          reference(
              "/Channel/Application/" + collection.substring(IMPLICIT.length()) + "/Endorsement"));
    }
    return definition.collections().getConfigList().stream()
        .map(CollectionConfig::getStaticCollectionConfig)
        .filter(c -> c.getName().equals(collection) && c.hasEndorsementPolicy())
        .map(c -> c.getEndorsementPolicy())
        .findFirst();
  }

  private static ApplicationPolicy reference(String path) {
    return ApplicationPolicy.newBuilder().setChannelConfigPolicyReference(path).build();
  }

  private static boolean writes(NsReadWriteSet set) throws InvalidProtocolBufferException {
    return !keys(set.getNamespace(), set).isEmpty();
  }

  private static Set<Key> keys(String namespace, NsReadWriteSet set)
      throws InvalidProtocolBufferException {
    Set<Key> keys = new HashSet<>();
    KVRWSet open = KVRWSet.parseFrom(set.getRwset());
    for (KVWrite write : open.getWritesList()) {
      keys.add(new Key(namespace, "", write.getKeyBytes()));
    }
    for (KVMetadataWrite write : open.getMetadataWritesList()) {
      keys.add(new Key(namespace, "", write.getKeyBytes()));
    }
    for (CollectionHashedReadWriteSet collection : set.getCollectionHashedRwsetList()) {
      String name = collection.getCollectionName();
      HashedRWSet hashed = HashedRWSet.parseFrom(collection.getHashedRwset());
      for (KVWriteHash write : hashed.getHashedWritesList()) {
        keys.add(new Key(namespace, name, write.getKeyHash()));
      }
      for (KVMetadataWriteHash write : hashed.getMetadataWritesList()) {
        keys.add(new Key(namespace, name, write.getKeyHash()));
      }
    }
    return keys;
  }
}
