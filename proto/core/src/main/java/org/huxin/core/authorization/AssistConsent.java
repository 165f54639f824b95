// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * An identity provider records the consent of a person without a device: one use, a day at most.
 *
 * @param grantee to whom
 * @param subject a fresh commitment to the person
 * @param method how the person consented
 * @param evidence digest of the evidence
 * @param scope the use scope within which the grantee asks
 * @param items what is granted
 * @param serviceItems for which services
 * @param purpose for what
 * @param notBefore from when on
 * @param notAfter until when, exclusive
 * @param business for one business only: its commitment
 */
public record AssistConsent(
    Uscc grantee,
    SubjectCommitment subject,
    Code method,
    Digest evidence,
    StatementId scope,
    List<GrantedItem> items,
    List<ServiceItemCode> serviceItems,
    Code purpose,
    Instant notBefore,
    Instant notAfter,
    Optional<Digest> business)
    implements Statement {
  private static final Field<AssistConsent, Uscc> GRANTEE =
      required("grantee", Terms.USCC, AssistConsent::grantee);
  private static final Field<AssistConsent, SubjectCommitment> SUBJECT =
      required("subject", SubjectCommitment.CODEC, AssistConsent::subject);
  private static final Field<AssistConsent, Code> METHOD =
      required("method", Code.CODEC, AssistConsent::method);
  private static final Field<AssistConsent, Digest> EVIDENCE =
      required("evidence", Codecs.DIGEST, AssistConsent::evidence);
  private static final Field<AssistConsent, StatementId> SCOPE =
      required("scope", Terms.STATEMENT_ID, AssistConsent::scope);
  private static final Field<AssistConsent, List<GrantedItem>> ITEMS =
      required("items", ListCodec.list(GrantedItem.CODEC, 1, 64), AssistConsent::items);
  private static final Field<AssistConsent, List<ServiceItemCode>> SERVICE_ITEMS =
      required(
          "serviceItems", ListCodec.set(Terms.SERVICE_ITEM, 1, 64), AssistConsent::serviceItems);
  private static final Field<AssistConsent, Code> PURPOSE =
      required("purpose", Code.CODEC, AssistConsent::purpose);
  private static final Field<AssistConsent, Instant> NOT_BEFORE =
      required("notBefore", Codecs.SECONDS, AssistConsent::notBefore);
  private static final Field<AssistConsent, Instant> NOT_AFTER =
      required("notAfter", Codecs.SECONDS, AssistConsent::notAfter);
  private static final Field<AssistConsent, Optional<Digest>> BUSINESS =
      optional("business", Codecs.DIGEST, AssistConsent::business);

  /** The JSON form. */
  public static final ObjectCodec<AssistConsent> CODEC =
      ObjectCodec.of(
          members ->
              new AssistConsent(
                  members.get(GRANTEE),
                  members.get(SUBJECT),
                  members.get(METHOD),
                  members.get(EVIDENCE),
                  members.get(SCOPE),
                  members.get(ITEMS),
                  members.get(SERVICE_ITEMS),
                  members.get(PURPOSE),
                  members.get(NOT_BEFORE),
                  members.get(NOT_AFTER),
                  members.get(BUSINESS)),
          GRANTEE,
          SUBJECT,
          METHOD,
          EVIDENCE,
          SCOPE,
          ITEMS,
          SERVICE_ITEMS,
          PURPOSE,
          NOT_BEFORE,
          NOT_AFTER,
          BUSINESS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public AssistConsent {
    items = List.copyOf(items);
    serviceItems = List.copyOf(serviceItems);
    if (!notAfter.isAfter(notBefore)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
    if (notAfter.isAfter(notBefore.plusSeconds(MAX_SECONDS))) {
      throw new IllegalArgumentException("assisted consent holds for a day at most");
    }
  }

  /** What it allows, as if the person had granted it: one use. */
  public GrantAuthorization terms() {
    return new GrantAuthorization(
        Optional.of(grantee),
        Optional.empty(),
        Optional.empty(),
        scope,
        items,
        serviceItems,
        purpose,
        1,
        notBefore,
        notAfter,
        business);
  }

  @Override
  public Operation operation() {
    return Operation.ASSIST_CONSENT;
  }

  /** A day: the person stands at the counter. */
  public static final long MAX_SECONDS = 86_400;
}
