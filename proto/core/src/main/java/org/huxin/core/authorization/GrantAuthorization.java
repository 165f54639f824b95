// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A holder grants, or an agent passes on what was granted to it.
 *
 * @param grantee to whom; empty only where an agent is named
 * @param agent the key of an agent who may grant within this
 * @param parent for an agent's grant: the grant within which it is
 * @param scope the use scope within which the grantee asks
 * @param items what is granted
 * @param serviceItems for which services
 * @param purpose for what
 * @param maxUses how often
 * @param notBefore from when on
 * @param notAfter until when, exclusive
 * @param business for one business only: its commitment
 */
public record GrantAuthorization(
    Optional<Uscc> grantee,
    Optional<Thumbprint> agent,
    Optional<StatementId> parent,
    StatementId scope,
    List<GrantedItem> items,
    List<ServiceItemCode> serviceItems,
    Code purpose,
    int maxUses,
    Instant notBefore,
    Instant notAfter,
    Optional<Digest> business)
    implements Statement {
  private static final Field<GrantAuthorization, Optional<Uscc>> GRANTEE =
      optional("grantee", Terms.USCC, GrantAuthorization::grantee);
  private static final Field<GrantAuthorization, Optional<Thumbprint>> AGENT =
      optional("agent", Terms.THUMBPRINT, GrantAuthorization::agent);
  private static final Field<GrantAuthorization, Optional<StatementId>> PARENT =
      optional("parent", Terms.STATEMENT_ID, GrantAuthorization::parent);
  private static final Field<GrantAuthorization, StatementId> SCOPE =
      required("scope", Terms.STATEMENT_ID, GrantAuthorization::scope);
  private static final Field<GrantAuthorization, List<GrantedItem>> ITEMS =
      required("items", ListCodec.list(GrantedItem.CODEC, 1, 64), GrantAuthorization::items);
  private static final Field<GrantAuthorization, List<ServiceItemCode>> SERVICE_ITEMS =
      required(
          "serviceItems",
          ListCodec.set(Terms.SERVICE_ITEM, 1, 64),
          GrantAuthorization::serviceItems);
  private static final Field<GrantAuthorization, Code> PURPOSE =
      required("purpose", Code.CODEC, GrantAuthorization::purpose);
  private static final Field<GrantAuthorization, Integer> MAX_USES =
      required("maxUses", Codecs.count(1, 100_000), GrantAuthorization::maxUses);
  private static final Field<GrantAuthorization, Instant> NOT_BEFORE =
      required("notBefore", Codecs.SECONDS, GrantAuthorization::notBefore);
  private static final Field<GrantAuthorization, Instant> NOT_AFTER =
      required("notAfter", Codecs.SECONDS, GrantAuthorization::notAfter);
  private static final Field<GrantAuthorization, Optional<Digest>> BUSINESS =
      optional("business", Codecs.DIGEST, GrantAuthorization::business);

  /** The JSON form. */
  public static final ObjectCodec<GrantAuthorization> CODEC =
      ObjectCodec.of(
          members ->
              new GrantAuthorization(
                  members.get(GRANTEE),
                  members.get(AGENT),
                  members.get(PARENT),
                  members.get(SCOPE),
                  members.get(ITEMS),
                  members.get(SERVICE_ITEMS),
                  members.get(PURPOSE),
                  members.get(MAX_USES),
                  members.get(NOT_BEFORE),
                  members.get(NOT_AFTER),
                  members.get(BUSINESS)),
          GRANTEE,
          AGENT,
          PARENT,
          SCOPE,
          ITEMS,
          SERVICE_ITEMS,
          PURPOSE,
          MAX_USES,
          NOT_BEFORE,
          NOT_AFTER,
          BUSINESS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public GrantAuthorization {
    items = List.copyOf(items);
    serviceItems = List.copyOf(serviceItems);
    if (!notAfter.isAfter(notBefore)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
    if (grantee.isEmpty() && agent.isEmpty()) {
      throw new IllegalArgumentException("a grant names a grantee or an agent");
    }
    if (agent.isPresent() && parent.isPresent()) {
      throw new IllegalArgumentException("what is passed on is not passed on again");
    }
  }

  /**
   * Where this goes beyond another grant, or beyond what was asked for: grantee, items, services,
   * purpose, uses, window, business.
   *
   * @return the first member that does; empty if this lies within the other in every one
   */
  public Optional<String> beyond(GrantAuthorization wider) {
    if (wider.grantee.isPresent() && !wider.grantee.equals(grantee)) {
      return Optional.of("grantee");
    }
    if (!items.stream().allMatch(item -> wider.items.stream().anyMatch(by -> by.covers(item)))) {
      return Optional.of("items");
    }
    if (!new HashSet<>(wider.serviceItems).containsAll(serviceItems)) {
      return Optional.of("serviceItems");
    }
    if (!wider.purpose.equals(purpose)) {
      return Optional.of("purpose");
    }
    if (maxUses > wider.maxUses) {
      return Optional.of("maxUses");
    }
    if (notBefore.isBefore(wider.notBefore)) {
      return Optional.of("notBefore");
    }
    if (notAfter.isAfter(wider.notAfter)) {
      return Optional.of("notAfter");
    }
    boolean business = wider.business.isEmpty() || wider.business.equals(this.business);
    return business ? Optional.empty() : Optional.of("business");
  }

  @Override
  public Operation operation() {
    return Operation.GRANT_AUTHORIZATION;
  }
}
