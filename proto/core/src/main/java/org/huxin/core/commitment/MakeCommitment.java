// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.commitment;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * An authority accepts a promise. It is named by the id of this statement.
 *
 * @param item in which service
 * @param kind what kind
 * @param subject who promises
 * @param material in place of which material
 * @param type the licence type that it stands for
 * @param division where
 * @param text digest of its text
 * @param dueAt when it is due
 */
public record MakeCommitment(
    ServiceItemCode item,
    CommitmentKind kind,
    SubjectCommitment subject,
    Code material,
    Optional<LicenceTypeCode> type,
    DivisionCode division,
    Digest text,
    Instant dueAt)
    implements Statement {
  private static final Field<MakeCommitment, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, MakeCommitment::item);
  private static final Field<MakeCommitment, CommitmentKind> KIND =
      required("kind", Codecs.enumeration(CommitmentKind.class), MakeCommitment::kind);
  private static final Field<MakeCommitment, SubjectCommitment> SUBJECT =
      required("subject", SubjectCommitment.CODEC, MakeCommitment::subject);
  private static final Field<MakeCommitment, Code> MATERIAL =
      required("material", Code.CODEC, MakeCommitment::material);
  private static final Field<MakeCommitment, Optional<LicenceTypeCode>> TYPE =
      optional("type", Terms.LICENCE_TYPE, MakeCommitment::type);
  private static final Field<MakeCommitment, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, MakeCommitment::division);
  private static final Field<MakeCommitment, Digest> TEXT =
      required("text", Codecs.DIGEST, MakeCommitment::text);
  private static final Field<MakeCommitment, Instant> DUE_AT =
      required("dueAt", Codecs.SECONDS, MakeCommitment::dueAt);

  /** The JSON form. */
  public static final ObjectCodec<MakeCommitment> CODEC =
      ObjectCodec.of(
          members ->
              new MakeCommitment(
                  members.get(ITEM),
                  members.get(KIND),
                  members.get(SUBJECT),
                  members.get(MATERIAL),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(TEXT),
                  members.get(DUE_AT)),
          ITEM,
          KIND,
          SUBJECT,
          MATERIAL,
          TYPE,
          DIVISION,
          TEXT,
          DUE_AT);

  @Override
  public Operation operation() {
    return Operation.MAKE_COMMITMENT;
  }
}
