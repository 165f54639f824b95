// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.proof;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Set;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.Jws;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.record.AnchorNaming;
import org.huxin.core.record.Attribute;
import org.huxin.core.record.AttributeSet;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;

/**
 * A {@code .huxin.json} file: what travels with a document so that anybody who trusts the issuer's
 * key can check it (proto/spec/proof-file.md). Holds personal data as far as it discloses any; its
 * text form shows none. Immutable.
 */
public final class ProofFile {
  /** The ending of such files. */
  public static final String EXTENSION = ".huxin.json";

  private static final String FORMAT_1 = "huxin-proof/1";
  private static final int MAX_OPENINGS = 16;
  private static final Codec<String> FORMAT_TEXT =
      Codecs.text(
          FORMAT_1,
          32,
          text -> {
            if (!text.equals(FORMAT_1)) {
              throw new IllegalArgumentException("another format");
            }
            return text;
          },
          text -> text);
  private static final Codec<Jws> BATCH_JWS =
      Codecs.text("JWS", Jws.MAX_LENGTH, Jws::parse, Jws::text);

  private static final Field<ProofFile, String> FORMAT =
      required("format", FORMAT_TEXT, proof -> FORMAT_1);
  private static final Field<ProofFile, LicenceRecord> RECORD =
      required("record", LicenceRecord.CODEC, ProofFile::record);
  private static final Field<ProofFile, Bytes> NONCE =
      required("nonce", Codecs.bytes(AnchorNaming.NONCE_LENGTH), ProofFile::nonce);
  private static final Field<ProofFile, AttributeSet> ATTRIBUTES =
      required("attributes", AttributeSet.CODEC, ProofFile::attributes);
  private static final Field<ProofFile, List<HolderOpening>> OPENINGS =
      required(
          "openings", ListCodec.set(HolderOpening.CODEC, 0, MAX_OPENINGS), ProofFile::openings);
  private static final Field<ProofFile, Jws> BATCH = required("batch", BATCH_JWS, ProofFile::batch);
  private static final Field<ProofFile, InclusionProof> INCLUSION =
      required("inclusion", InclusionProof.CODEC, ProofFile::inclusion);

  /** The JSON form. */
  public static final ObjectCodec<ProofFile> CODEC =
      ObjectCodec.of(
          members -> {
            String unused = members.get(FORMAT);
            return new ProofFile(
                members.get(RECORD),
                members.get(NONCE),
                members.get(ATTRIBUTES),
                members.get(OPENINGS),
                members.get(BATCH),
                members.get(INCLUSION));
          },
          FORMAT,
          RECORD,
          NONCE,
          ATTRIBUTES,
          OPENINGS,
          BATCH,
          INCLUSION);

  private final LicenceRecord record;
  private final Bytes leafData;
  private final Bytes nonce;
  private final AttributeSet attributes;
  private final List<HolderOpening> openings;
  private final Jws batch;
  private final StatementId batchId;
  private final InclusionProof inclusion;
  private final List<Attribute> shownAttributes;
  private final List<HolderId> shownHolders;

  /**
   * A proof of the given parts. Whether they belong together, {@code OfflineVerification} tells.
   *
   * @throws IllegalArgumentException if the nonce does not have sixteen bytes
   */
  public ProofFile(
      LicenceRecord record,
      Bytes nonce,
      AttributeSet attributes,
      List<HolderOpening> openings,
      Jws batch,
      InclusionProof inclusion) {
    if (nonce.length() != AnchorNaming.NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce has " + AnchorNaming.NONCE_LENGTH + " bytes");
    }
    this.record = record;
    this.leafData = record.leafData();
    this.nonce = nonce;
    this.attributes = attributes;
    this.openings = List.copyOf(openings);
    this.batch = batch;
    this.batchId = batch.statementId();
    this.inclusion = inclusion;
    this.shownAttributes = attributes.shown();
    this.shownHolders = openings.stream().map(each -> each.opening().holder()).toList();
  }

  /**
   * Reads a file.
   *
   * @throws org.huxin.core.json.JsonRefusedException if it is not canonical JSON within the limits
   * @throws org.huxin.core.codec.DecodeRefusedException if it is no proof file
   */
  public static ProofFile read(Bytes file) {
    return CODEC.fromBytes(file, JsonLimits.FILE);
  }

  /** The bytes of the file. */
  public Bytes write() {
    return CODEC.toBytes(this);
  }

  /** What the issuer committed to. */
  public LicenceRecord record() {
    return record;
  }

  /** The record's canonical bytes: the leaf of the batch. */
  public Bytes leafData() {
    return leafData;
  }

  /** With the licence's identifier it gives the record's anchor key. */
  public Bytes nonce() {
    return nonce;
  }

  /** The attributes, shown and hidden. */
  public AttributeSet attributes() {
    return attributes;
  }

  /** The holders that are shown; may be none. */
  public List<HolderOpening> openings() {
    return openings;
  }

  /** The attributes that are shown; unmodifiable. */
  public List<Attribute> shownAttributes() {
    return shownAttributes;
  }

  /** The holders that the openings name; unmodifiable. */
  public List<HolderId> shownHolders() {
    return shownHolders;
  }

  /** The batch statement, as its issuer signed it. */
  public Jws batch() {
    return batch;
  }

  /** The batch's name on the ledger. */
  public StatementId batchId() {
    return batchId;
  }

  /** The way from the record to the batch's root. */
  public InclusionProof inclusion() {
    return inclusion;
  }

  /**
   * The same proof showing less.
   *
   * @param names the attributes that stay shown
   * @param holders the indexes of the holders that stay shown
   */
  public ProofFile redacted(Set<FieldName> names, Set<Integer> holders) {
    return new ProofFile(
        record,
        nonce,
        attributes.redacted(record.attributeRoot().algorithm(), names),
        openings.stream().filter(opening -> holders.contains(opening.index())).toList(),
        batch,
        inclusion);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProofFile that && write().equals(that.write());
  }

  @Override
  public int hashCode() {
    return record.hashCode();
  }

  /** The licence's type and issuer, and the batch; nothing that it discloses. */
  @Override
  public String toString() {
    return "proof of " + record.type() + " by " + record.issuer() + " in " + batch;
  }
}
