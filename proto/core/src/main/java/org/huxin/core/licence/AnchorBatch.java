// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.SignatureSuite;

/**
 * An issuer anchors a batch of licences: the Merkle root of their records. The batch is named by
 * the id of this statement.
 *
 * @param issuer who issues
 * @param type of which type
 * @param typeVersion in which version
 * @param division where
 * @param suite the suite of digests and signature
 * @param root the root over the records
 * @param size how many
 * @param trustLevel how far to be trusted
 * @param stock whether they were issued before
 * @param source where they come from
 * @param supersedes whose place they take
 * @param initial what status they have from the start
 */
public record AnchorBatch(
    Uscc issuer,
    LicenceTypeCode type,
    int typeVersion,
    DivisionCode division,
    SignatureSuite suite,
    Digest root,
    int size,
    TrustLevel trustLevel,
    boolean stock,
    Optional<BatchSource> source,
    List<Supersede> supersedes,
    List<InitialStatus> initial)
    implements Statement {
  private static final Field<AnchorBatch, Uscc> ISSUER =
      required("issuer", Terms.USCC, AnchorBatch::issuer);
  private static final Field<AnchorBatch, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, AnchorBatch::type);
  private static final Field<AnchorBatch, Integer> TYPE_VERSION =
      required("typeVersion", Codecs.count(1, 9_999), AnchorBatch::typeVersion);
  private static final Field<AnchorBatch, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, AnchorBatch::division);
  private static final Field<AnchorBatch, SignatureSuite> SUITE =
      required("suite", Codecs.enumeration(SignatureSuite.class), AnchorBatch::suite);
  private static final Field<AnchorBatch, Digest> ROOT =
      required("root", Codecs.DIGEST, AnchorBatch::root);
  private static final Field<AnchorBatch, Integer> SIZE =
      required("size", Codecs.count(1, 1_048_576), AnchorBatch::size);
  private static final Field<AnchorBatch, TrustLevel> TRUST_LEVEL =
      required("trustLevel", Codecs.enumeration(TrustLevel.class), AnchorBatch::trustLevel);
  private static final Field<AnchorBatch, Boolean> STOCK =
      required("stock", Codecs.BOOLEAN, AnchorBatch::stock);
  private static final Field<AnchorBatch, Optional<BatchSource>> SOURCE =
      optional("source", BatchSource.CODEC, AnchorBatch::source);
  private static final Field<AnchorBatch, List<Supersede>> SUPERSEDES =
      required("supersedes", ListCodec.list(Supersede.CODEC, 0, 1000), AnchorBatch::supersedes);
  private static final Field<AnchorBatch, List<InitialStatus>> INITIAL =
      required("initial", ListCodec.list(InitialStatus.CODEC, 0, 1000), AnchorBatch::initial);

  /** The JSON form. */
  public static final ObjectCodec<AnchorBatch> CODEC =
      ObjectCodec.of(
          members ->
              new AnchorBatch(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(TYPE_VERSION),
                  members.get(DIVISION),
                  members.get(SUITE),
                  members.get(ROOT),
                  members.get(SIZE),
                  members.get(TRUST_LEVEL),
                  members.get(STOCK),
                  members.get(SOURCE),
                  members.get(SUPERSEDES),
                  members.get(INITIAL)),
          ISSUER,
          TYPE,
          TYPE_VERSION,
          DIVISION,
          SUITE,
          ROOT,
          SIZE,
          TRUST_LEVEL,
          STOCK,
          SOURCE,
          SUPERSEDES,
          INITIAL);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public AnchorBatch {
    supersedes = List.copyOf(supersedes);
    initial = List.copyOf(initial);
    if (root.algorithm() != suite.digest()) {
      throw new IllegalArgumentException("the root is of the suite's algorithm");
    }
    if (source.isPresent() && source.get().rows() - source.get().rejected() != size) {
      throw new IllegalArgumentException("rows = size + rejected");
    }
  }

  @Override
  public Operation operation() {
    return Operation.ANCHOR_BATCH;
  }
}
