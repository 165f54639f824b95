// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A consumer records a use. Append-only.
 *
 * @param grantee who used
 * @param item in which service
 * @param business commitment to the business
 * @param number which use of that business
 * @param basis on what it rests
 * @param scope the use scope, where it rests on none of the holder
 * @param presentation digest of what was presented
 * @param purpose for what
 * @param accepting where it was accepted
 * @param resultCode the result of the verification, GB/T 36906
 * @param verdict digest of the verdict
 * @param uses what was used
 */
public record RecordUsage(
    Uscc grantee,
    ServiceItemCode item,
    Digest business,
    int number,
    UseBasis basis,
    Optional<StatementId> scope,
    Optional<Digest> presentation,
    Code purpose,
    DivisionCode accepting,
    int resultCode,
    Digest verdict,
    List<UsedLicence> uses)
    implements Statement {
  private static final Field<RecordUsage, Uscc> GRANTEE =
      required("grantee", Terms.USCC, RecordUsage::grantee);
  private static final Field<RecordUsage, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, RecordUsage::item);
  private static final Field<RecordUsage, Digest> BUSINESS =
      required("business", Codecs.DIGEST, RecordUsage::business);
  private static final Field<RecordUsage, Integer> NUMBER =
      required("number", Codecs.count(0, 1_000), RecordUsage::number);
  private static final Field<RecordUsage, UseBasis> BASIS =
      required("basis", Codecs.enumeration(UseBasis.class), RecordUsage::basis);
  private static final Field<RecordUsage, Optional<StatementId>> SCOPE =
      optional("scope", Terms.STATEMENT_ID, RecordUsage::scope);
  private static final Field<RecordUsage, Optional<Digest>> PRESENTATION =
      optional("presentation", Codecs.DIGEST, RecordUsage::presentation);
  private static final Field<RecordUsage, Code> PURPOSE =
      required("purpose", Code.CODEC, RecordUsage::purpose);
  private static final Field<RecordUsage, DivisionCode> ACCEPTING =
      required("accepting", Terms.DIVISION, RecordUsage::accepting);
  private static final Field<RecordUsage, Integer> RESULT_CODE =
      required("resultCode", Codecs.count(0, 7), RecordUsage::resultCode);
  private static final Field<RecordUsage, Digest> VERDICT =
      required("verdict", Codecs.DIGEST, RecordUsage::verdict);
  private static final Field<RecordUsage, List<UsedLicence>> USES =
      required("uses", ListCodec.list(UsedLicence.CODEC, 1, 64), RecordUsage::uses);

  /** The JSON form. */
  public static final ObjectCodec<RecordUsage> CODEC =
      ObjectCodec.of(
          members ->
              new RecordUsage(
                  members.get(GRANTEE),
                  members.get(ITEM),
                  members.get(BUSINESS),
                  members.get(NUMBER),
                  members.get(BASIS),
                  members.get(SCOPE),
                  members.get(PRESENTATION),
                  members.get(PURPOSE),
                  members.get(ACCEPTING),
                  members.get(RESULT_CODE),
                  members.get(VERDICT),
                  members.get(USES)),
          GRANTEE,
          ITEM,
          BUSINESS,
          NUMBER,
          BASIS,
          SCOPE,
          PRESENTATION,
          PURPOSE,
          ACCEPTING,
          RESULT_CODE,
          VERDICT,
          USES);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public RecordUsage {
    uses = List.copyOf(uses);
    boolean byHolder = basis == UseBasis.AUTHORIZATION;
    if (byHolder == scope.isPresent()
        || uses.stream().anyMatch(use -> use.authorization().isPresent() != byHolder)
        || (basis == UseBasis.PRESENTATION) != presentation.isPresent()) {
      throw new IllegalArgumentException("a use names what its basis rests on, and nothing else");
    }
  }

  @Override
  public Operation operation() {
    return Operation.RECORD_USAGE;
  }
}
