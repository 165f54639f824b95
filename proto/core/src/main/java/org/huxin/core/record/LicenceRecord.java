// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.record;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.HolderCommitment;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.hpke.HpkePublicKey;

/**
 * What an issuer commits to for one licence: the leaf of a batch is its canonical JSON. It names
 * nobody: holders and attributes stand in it as commitments only.
 *
 * @param anchorKey its name on the ledger
 * @param type its type
 * @param typeVersion the version of the type
 * @param issuer who issued it
 * @param division where
 * @param version which version of the licence, as in its identifier
 * @param issuedOn when it was issued, in UTC+8
 * @param effective from which day on it is in force
 * @param expiry the last day in force; empty for no end
 * @param documentDigest digest of the document; empty for stock without one
 * @param attributeCount how many attributes it has
 * @param attributeRoot root over the salted attributes
 * @param holders who holds it
 * @param trailKey what its uses are sealed to; empty for the issuer
 * @param sealKey the seal on the document
 * @param sealSignatureDigest digest of the sealing
 * @param predecessor the licence whose place it takes
 * @param originalIssuer who issued it, where the issuer took over its files
 */
public record LicenceRecord(
    AnchorKey anchorKey,
    LicenceTypeCode type,
    int typeVersion,
    Uscc issuer,
    DivisionCode division,
    int version,
    LocalDate issuedOn,
    LocalDate effective,
    Optional<LocalDate> expiry,
    Optional<Digest> documentDigest,
    int attributeCount,
    Digest attributeRoot,
    List<HolderCommitment> holders,
    Optional<HpkePublicKey> trailKey,
    Optional<SealKey> sealKey,
    Optional<Digest> sealSignatureDigest,
    Optional<LicenceRef> predecessor,
    Optional<Uscc> originalIssuer) {
  private static final Field<LicenceRecord, AnchorKey> ANCHOR_KEY =
      required("anchorKey", Terms.ANCHOR_KEY, LicenceRecord::anchorKey);
  private static final Field<LicenceRecord, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, LicenceRecord::type);
  private static final Field<LicenceRecord, Integer> TYPE_VERSION =
      required("typeVersion", Codecs.count(1, 9_999), LicenceRecord::typeVersion);
  private static final Field<LicenceRecord, Uscc> ISSUER =
      required("issuer", Terms.USCC, LicenceRecord::issuer);
  private static final Field<LicenceRecord, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, LicenceRecord::division);
  private static final Field<LicenceRecord, Integer> VERSION =
      required("version", Codecs.count(1, 999), LicenceRecord::version);
  private static final Field<LicenceRecord, LocalDate> ISSUED_ON =
      required("issuedOn", Codecs.DATE, LicenceRecord::issuedOn);
  private static final Field<LicenceRecord, LocalDate> EFFECTIVE =
      required("effective", Codecs.DATE, LicenceRecord::effective);
  private static final Field<LicenceRecord, Optional<LocalDate>> EXPIRY =
      optional("expiry", Codecs.DATE, LicenceRecord::expiry);
  private static final Field<LicenceRecord, Optional<Digest>> DOCUMENT_DIGEST =
      optional("documentDigest", Codecs.DIGEST, LicenceRecord::documentDigest);
  private static final Field<LicenceRecord, Integer> ATTRIBUTE_COUNT =
      required("attributeCount", Codecs.count(1, 64), LicenceRecord::attributeCount);
  private static final Field<LicenceRecord, Digest> ATTRIBUTE_ROOT =
      required("attributeRoot", Codecs.DIGEST, LicenceRecord::attributeRoot);
  private static final Field<LicenceRecord, List<HolderCommitment>> HOLDERS =
      required("holders", ListCodec.list(HolderCommitment.CODEC, 1, 16), LicenceRecord::holders);
  private static final Field<LicenceRecord, Optional<HpkePublicKey>> TRAIL_KEY =
      optional("trailKey", Terms.TRAIL_KEY, LicenceRecord::trailKey);
  private static final Field<LicenceRecord, Optional<SealKey>> SEAL_KEY =
      optional("sealKey", Terms.SEAL_KEY, LicenceRecord::sealKey);
  private static final Field<LicenceRecord, Optional<Digest>> SEAL_SIGNATURE_DIGEST =
      optional("sealSignatureDigest", Codecs.DIGEST, LicenceRecord::sealSignatureDigest);
  private static final Field<LicenceRecord, Optional<LicenceRef>> PREDECESSOR =
      optional("predecessor", LicenceRef.CODEC, LicenceRecord::predecessor);
  private static final Field<LicenceRecord, Optional<Uscc>> ORIGINAL_ISSUER =
      optional("originalIssuer", Terms.USCC, LicenceRecord::originalIssuer);

  /** The JSON form. */
  public static final ObjectCodec<LicenceRecord> CODEC =
      ObjectCodec.of(
          members ->
              new LicenceRecord(
                  members.get(ANCHOR_KEY),
                  members.get(TYPE),
                  members.get(TYPE_VERSION),
                  members.get(ISSUER),
                  members.get(DIVISION),
                  members.get(VERSION),
                  members.get(ISSUED_ON),
                  members.get(EFFECTIVE),
                  members.get(EXPIRY),
                  members.get(DOCUMENT_DIGEST),
                  members.get(ATTRIBUTE_COUNT),
                  members.get(ATTRIBUTE_ROOT),
                  members.get(HOLDERS),
                  members.get(TRAIL_KEY),
                  members.get(SEAL_KEY),
                  members.get(SEAL_SIGNATURE_DIGEST),
                  members.get(PREDECESSOR),
                  members.get(ORIGINAL_ISSUER)),
          ANCHOR_KEY,
          TYPE,
          TYPE_VERSION,
          ISSUER,
          DIVISION,
          VERSION,
          ISSUED_ON,
          EFFECTIVE,
          EXPIRY,
          DOCUMENT_DIGEST,
          ATTRIBUTE_COUNT,
          ATTRIBUTE_ROOT,
          HOLDERS,
          TRAIL_KEY,
          SEAL_KEY,
          SEAL_SIGNATURE_DIGEST,
          PREDECESSOR,
          ORIGINAL_ISSUER);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public LicenceRecord {
    holders = List.copyOf(holders);
    if (expiry.isPresent() && expiry.get().isBefore(effective)) {
      throw new IllegalArgumentException("a licence expires after it takes effect");
    }
    if (sealSignatureDigest.isPresent() && sealKey.isEmpty()) {
      throw new IllegalArgumentException("a sealing is that of a seal");
    }
  }

  /** The leaf data of the batch: canonical JSON. */
  public Bytes leafData() {
    return CODEC.toBytes(this);
  }

  /** Whether every hash in the record is of one algorithm, which must be the batch's. */
  public boolean isOf(DigestAlgorithm algorithm) {
    return anchorKey.digest().algorithm() == algorithm
        && attributeRoot.algorithm() == algorithm
        && holders.stream().allMatch(holder -> holder.digest().algorithm() == algorithm)
        && documentDigest.stream().allMatch(digest -> digest.algorithm() == algorithm);
  }

  /** The plain name of the licence on the ledger. */
  public LicenceRef ref() {
    return new LicenceRef(issuer, type, division, anchorKey);
  }
}
