// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A consumer asks a holder for consent: what a grant may allow at most
 * (proto/spec/consent-request.md). Signed by the consumer's key. Names nobody.
 *
 * @param ledger for which ledger it is meant
 * @param iat when its signer signed
 * @param terms the widest grant that answers it: to the consumer, with neither agent nor parent
 */
public record ConsentRequest(LedgerId ledger, Instant iat, GrantAuthorization terms)
    implements Fact {
  /** The ending of files that hold the compact JWS. */
  public static final String EXTENSION = ".huxin-request.jws";

  private static final Field<ConsentRequest, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, ConsentRequest::ledger);
  private static final Field<ConsentRequest, Instant> IAT =
      required("iat", Codecs.SECONDS, ConsentRequest::iat);
  private static final Field<ConsentRequest, Uscc> GRANTEE =
      required("grantee", Terms.USCC, ConsentRequest::grantee);
  private static final Field<ConsentRequest, StatementId> SCOPE =
      required("scope", Terms.STATEMENT_ID, request -> request.terms().scope());
  private static final Field<ConsentRequest, List<GrantedItem>> ITEMS =
      required(
          "items", ListCodec.list(GrantedItem.CODEC, 1, 64), request -> request.terms().items());
  private static final Field<ConsentRequest, List<ServiceItemCode>> SERVICE_ITEMS =
      required(
          "serviceItems",
          ListCodec.set(Terms.SERVICE_ITEM, 1, 64),
          request -> request.terms().serviceItems());
  private static final Field<ConsentRequest, Code> PURPOSE =
      required("purpose", Code.CODEC, request -> request.terms().purpose());
  private static final Field<ConsentRequest, Integer> MAX_USES =
      required("maxUses", Codecs.count(1, 100_000), request -> request.terms().maxUses());
  private static final Field<ConsentRequest, Instant> NOT_BEFORE =
      required("notBefore", Codecs.SECONDS, request -> request.terms().notBefore());
  private static final Field<ConsentRequest, Instant> NOT_AFTER =
      required("notAfter", Codecs.SECONDS, request -> request.terms().notAfter());
  private static final Field<ConsentRequest, Optional<Digest>> BUSINESS =
      optional("business", Codecs.DIGEST, request -> request.terms().business());

  /** The JSON form. */
  public static final ObjectCodec<ConsentRequest> CODEC =
      ObjectCodec.of(
          members ->
              new ConsentRequest(
                  members.get(LEDGER),
                  members.get(IAT),
                  new GrantAuthorization(
                      Optional.of(members.get(GRANTEE)),
                      Optional.empty(),
                      Optional.empty(),
                      members.get(SCOPE),
                      members.get(ITEMS),
                      members.get(SERVICE_ITEMS),
                      members.get(PURPOSE),
                      members.get(MAX_USES),
                      members.get(NOT_BEFORE),
                      members.get(NOT_AFTER),
                      members.get(BUSINESS))),
          LEDGER,
          IAT,
          GRANTEE,
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
   * @throws IllegalArgumentException if the terms name no grantee, or an agent or a parent
   */
  public ConsentRequest {
    if (terms.grantee().isEmpty() || terms.agent().isPresent() || terms.parent().isPresent()) {
      throw new IllegalArgumentException("who asks, asks for itself");
    }
  }

  /** Who asks. */
  public Uscc grantee() {
    return terms.grantee().orElseThrow();
  }

  /**
   * Reads a request and checks that its own consumer signed it, and that it can still be answered.
   *
   * @param consumer a key of whoever its {@code kid} names
   * @param at now
   * @throws FactRefusedException if it does not hold
   */
  public static ConsentRequest verify(Jws jws, LedgerId ledger, NamedKey consumer, Instant at) {
    ConsentRequest request =
        SignedFact.verify(jws, FactKind.CONSENT_REQUEST, CODEC, ledger, consumer).fact();
    boolean own =
        consumer.id() instanceof KeyId.OfAuthority named
            && named.authority().equals(request.grantee());
    if (!own) {
      throw FactRefusedException.of(FactRefusal.ASKED_BY_OTHER);
    }
    if (!at.isBefore(request.terms().notAfter())) {
      throw FactRefusedException.of(FactRefusal.FACT_NOT_IN_FORCE);
    }
    return request;
  }
}
