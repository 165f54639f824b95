// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * Who asks, for what. The business itself never leaves the asker: its commitment stands for it.
 *
 * @param authority who asks
 * @param division where it accepts the licence
 * @param item in which service
 * @param business commitment to the business
 * @param purpose for what
 * @param fields which attributes it wants to see; unmodifiable
 * @param basis on what its use would rest; empty if it does not ask whether it may use
 * @param authorizations the authorizations that it has for the licence, one of each holder;
 *     unmodifiable
 * @param scope the use scope, where it rests on none of the holder
 * @param attestation for a presentation: of the key that presented
 * @param agreement under which agreement; empty for any
 */
public record AskingContext(
    Uscc authority,
    DivisionCode division,
    ServiceItemCode item,
    Optional<Digest> business,
    Code purpose,
    List<FieldName> fields,
    Optional<UseBasis> basis,
    List<ClaimedAuthorization> authorizations,
    Optional<StatementId> scope,
    Optional<Jws> attestation,
    Optional<StatementId> agreement) {
  /** More holders than one licence has. */
  public static final int MAX_AUTHORIZATIONS = 16;

  private static final Field<AskingContext, Uscc> AUTHORITY =
      required("authority", Terms.USCC, AskingContext::authority);
  private static final Field<AskingContext, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, AskingContext::division);
  private static final Field<AskingContext, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, AskingContext::item);
  private static final Field<AskingContext, Optional<Digest>> BUSINESS =
      optional("business", Codecs.DIGEST, AskingContext::business);
  private static final Field<AskingContext, Code> PURPOSE =
      required("purpose", Code.CODEC, AskingContext::purpose);
  private static final Field<AskingContext, List<FieldName>> FIELDS =
      required("fields", ListCodec.set(FieldName.CODEC, 0, 128), AskingContext::fields);
  private static final Field<AskingContext, Optional<UseBasis>> BASIS =
      optional("basis", Codecs.enumeration(UseBasis.class), AskingContext::basis);
  private static final Field<AskingContext, List<ClaimedAuthorization>> AUTHORIZATIONS =
      required(
          "authorizations",
          ListCodec.list(ClaimedAuthorization.CODEC, 0, MAX_AUTHORIZATIONS),
          AskingContext::authorizations);
  private static final Field<AskingContext, Optional<StatementId>> SCOPE =
      optional("scope", Terms.STATEMENT_ID, AskingContext::scope);
  private static final Field<AskingContext, Optional<Jws>> ATTESTATION =
      optional("attestation", Terms.LONG_JWS, AskingContext::attestation);
  private static final Field<AskingContext, Optional<StatementId>> AGREEMENT =
      optional("agreement", Terms.STATEMENT_ID, AskingContext::agreement);

  /** The JSON form. */
  public static final ObjectCodec<AskingContext> CODEC =
      ObjectCodec.of(
          members ->
              new AskingContext(
                  members.get(AUTHORITY),
                  members.get(DIVISION),
                  members.get(ITEM),
                  members.get(BUSINESS),
                  members.get(PURPOSE),
                  members.get(FIELDS),
                  members.get(BASIS),
                  members.get(AUTHORIZATIONS),
                  members.get(SCOPE),
                  members.get(ATTESTATION),
                  members.get(AGREEMENT)),
          AUTHORITY,
          DIVISION,
          ITEM,
          BUSINESS,
          PURPOSE,
          FIELDS,
          BASIS,
          AUTHORIZATIONS,
          SCOPE,
          ATTESTATION,
          AGREEMENT);

  /** Copies of the given lists. */
  public AskingContext {
    fields = List.copyOf(fields);
    authorizations = List.copyOf(authorizations);
  }

  /**
   * Whether a licence is recognised for something; not whether it may be used.
   *
   * @param fields which attributes it wants to see
   */
  public static AskingContext of(
      Uscc authority,
      DivisionCode division,
      ServiceItemCode item,
      Code purpose,
      Collection<FieldName> fields) {
    return new AskingContext(
        authority,
        division,
        item,
        Optional.empty(),
        purpose,
        fields.stream().sorted().toList(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** For a business of that commitment. */
  public AskingContext forBusiness(Digest commitment) {
    return new AskingContext(
        authority,
        division,
        item,
        Optional.of(commitment),
        purpose,
        fields,
        basis,
        authorizations,
        scope,
        attestation,
        agreement);
  }

  /** Whether it may be used, by consent of its holders. */
  public AskingContext byConsent() {
    return on(UseBasis.AUTHORIZATION, Optional.empty(), authorizations, attestation);
  }

  /** Whether it may be used, by consent of its holders as in these authorizations. */
  public AskingContext claiming(List<ClaimedAuthorization> claims) {
    return on(basis.orElse(UseBasis.AUTHORIZATION), scope, claims, attestation);
  }

  /** Whether it may be used by law, within a statutory use scope. */
  public AskingContext byDuty(StatementId statutory) {
    return on(UseBasis.STATUTORY_DUTY, Optional.of(statutory), List.of(), Optional.empty());
  }

  /** Whether it may be used since a holder presents it, within a use scope. */
  public AskingContext byPresentation(StatementId asked) {
    return on(UseBasis.PRESENTATION, Optional.of(asked), List.of(), attestation);
  }

  /** With the attestation of the key that presented. */
  public AskingContext attestedBy(Jws presenter) {
    return on(basis.orElse(UseBasis.PRESENTATION), scope, authorizations, Optional.of(presenter));
  }

  private AskingContext on(
      UseBasis what,
      Optional<StatementId> within,
      List<ClaimedAuthorization> claims,
      Optional<Jws> presenter) {
    return new AskingContext(
        authority,
        division,
        item,
        business,
        purpose,
        fields,
        Optional.of(what),
        claims,
        within,
        presenter,
        agreement);
  }
}
