// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.authority.KeyAdmission;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.contract.statement.StatementArguments;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.governance.City;
import org.huxin.core.governance.Genesis;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.MembershipTerm;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * Founds the ledger. The argument is the genesis configuration, whose SHA-256 is the ledger id: it
 * is accepted once, from anyone, and no other ever is. It has no signature; whoever knows the
 * ledger id knows what was founded. The same configuration again is a repeat.
 *
 * <p>Every governor's key proves that its owner has it; the proof names the network where others
 * name the ledger, whose id is not known before. No two governors have one key: each city has a
 * voice of its own. Each has a key for statements.
 *
 * <p>Writes the genesis, the membership, and each city, each governor with its role, and each
 * national licence type.
 *
 * <ul>
 *   <li>{@code ARGUMENTS_REFUSED}: not one argument
 *   <li>{@code LEDGER_ALREADY_FOUNDED}: with another configuration
 *   <li>{@code GENESIS_REFUSED}: not the configuration of this ledger id, or not well formed, or
 *       two governors have one key, or one has none for statements
 *   <li>{@code POSSESSION_REFUSED}, {@code KEY_NUMBER_USED}, {@code KEY_REUSED}: a governor's keys
 * </ul>
 */
public final class FoundOperation implements LedgerOperation {
  /** How the operation is called. */
  public static final String NAME = "Found";

  /** Its entity, which adds a few members, is read with the limits of every value. */
  private static final JsonLimits LIMITS =
      new JsonLimits(JsonLimits.STATEMENT.maxBytes() - 4096, JsonLimits.STATEMENT.maxDepth() - 1);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isQuery() {
    return false;
  }

  @Override
  public List<String> arguments() {
    return List.of("configuration");
  }

  @Override
  public Set<LedgerRefusal> refusals() {
    return EnumSet.of(
        LedgerRefusal.ARGUMENTS_REFUSED,
        LedgerRefusal.LEDGER_ALREADY_FOUNDED,
        LedgerRefusal.GENESIS_REFUSED,
        LedgerRefusal.POSSESSION_REFUSED,
        LedgerRefusal.KEY_NUMBER_USED,
        LedgerRefusal.KEY_REUSED);
  }

  @Override
  public Outcome execute(List<String> arguments, LedgerView view, TransactionContext context) {
    StatementArguments.requireCount(arguments, 1, 1);
    Bytes json = Bytes.utf8(arguments.get(0));
    boolean ours = DigestAlgorithm.SHA_256.digest(json).equals(context.ledger().digest());
    LedgerDraft draft = new LedgerDraft(view);
    boolean founded = draft.find(Genesis.key()).isPresent();
    if (!ours) {
      throw founded
          ? LedgerRefusedException.of(LedgerRefusal.LEDGER_ALREADY_FOUNDED)
          : refused(LedgerRefusal.WRONG_LEDGER.name());
    }
    GenesisConfiguration configuration = decode(json);
    StatementId id = new StatementId(context.ledger().digest());
    List<EntityKey<?>> keys = keys(configuration);
    if (founded) {
      return new Outcome.Accepted(NAME, id, keys, List.of());
    }
    requireVoices(configuration);
    write(configuration, draft, new Revision(context.committedAt(), id));
    return new Outcome.Accepted(
        NAME,
        id,
        keys,
        draft.writes(
            context.committedAt(),
            Duration.ofSeconds(configuration.limits().statementAgeSeconds())));
  }

  private static List<EntityKey<?>> keys(GenesisConfiguration configuration) {
    List<EntityKey<?>> keys = new ArrayList<>();
    keys.add(Genesis.key());
    keys.add(Membership.key());
    for (GenesisCity city : configuration.cities()) {
      keys.add(City.key(city.code()));
      keys.add(Authority.key(city.governor()));
    }
    for (DefineLicenceType type : configuration.licenceTypes()) {
      keys.add(LicenceType.key(type.type(), type.version()));
    }
    return keys;
  }

  private static GenesisConfiguration decode(Bytes json) {
    try {
      return GenesisConfiguration.CODEC.fromBytes(json, LIMITS);
    } catch (JsonRefusedException e) {
      throw refused(e.code().name());
    } catch (DecodeRefusedException e) {
      throw refused(e.code().name());
    }
  }

  private static void requireVoices(GenesisConfiguration configuration) {
    Set<VerifyingKey> keys = new HashSet<>();
    for (GenesisCity city : configuration.cities()) {
      Set<VerifyingKey> own = new HashSet<>();
      city.governorKeys().forEach(key -> own.add(key.key()));
      for (VerifyingKey key : own) {
        if (!keys.add(key)) {
          throw refused("GOVERNORS_SHARE_KEY");
        }
      }
      if (city.governorKeys().stream().noneMatch(key -> key.use() == KeyUse.SIGN)) {
        throw refused(LedgerRefusal.NO_KEY_LEFT.name());
      }
    }
  }

  private static void write(
      GenesisConfiguration configuration, LedgerDraft draft, Revision revision) {
    Instant at = revision.at();
    draft.put(Genesis.key(), new Genesis(configuration, History.begin(revision)));
    draft.put(
        Membership.key(),
        new Membership(
            configuration.limits(),
            configuration.cities().stream()
                .map(Governors::member)
                .sorted(Comparator.comparing(MemberCity::code))
                .toList(),
            History.begin(revision)));
    for (GenesisCity city : configuration.cities()) {
      List<HeldKey> keys =
          new KeyAdmission(city.governor(), configuration.possessionScope(), at)
              .add(List.of(), city.governorKeys());
      draft.put(Authority.key(city.governor()), Governors.begin(city, keys, revision));
      draft.put(
          City.key(city.code()),
          new City(
              city.code(),
              configuration.divisionsOf(city.code()),
              List.of(),
              List.of(MembershipTerm.begin(at)),
              History.begin(revision)));
    }
    for (DefineLicenceType type : configuration.licenceTypes()) {
      draft.put(
          LicenceType.key(type.type(), type.version()),
          new LicenceType(type, Optional.empty(), History.begin(revision)));
    }
  }

  private static LedgerRefusedException refused(String code) {
    return new LedgerRefusedException(LedgerRefusal.GENESIS_REFUSED, Map.of("code", code));
  }
}
