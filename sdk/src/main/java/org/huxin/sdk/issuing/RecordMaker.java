// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.licence.Supersede;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.record.AnchorNaming;
import org.huxin.core.record.Attribute;
import org.huxin.core.record.AttributeSet;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.Opening;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.mac.HkdfSha256;
import org.huxin.sdk.proofstore.Disclosure;

/** Makes records of licences. Safe for all threads. */
final class RecordMaker {
  /** As many as a record's description allows. */
  static final int MAX_HOLDERS = 16;

  private static final int SEED_LENGTH = 32;
  private static final int SALT_LENGTH = 16;

  private final IssuerIdentity issuer;
  private final TypeCatalogue types;
  private final SecureRandom random;

  RecordMaker(IssuerIdentity issuer, TypeCatalogue types, SecureRandom random) {
    this.issuer = issuer;
    this.types = types;
    this.random = random;
  }

  /**
   * Makes a licence's record. Nothing is hashed before it is known that the type may be.
   *
   * @throws IssuingRefusedException if such a licence is not issued
   */
  PreparedLicence prepare(BatchKind kind, Licence licence) {
    DefineLicenceType type = types.require(kind);
    LicenceIdentifier identifier = licence.identifier();
    if (!identifier.type().equals(kind.type())) {
      throw IssuingRefusedException.of(
          IssuingRefusal.TYPE_OF_OTHER_BATCH, "type", identifier.type());
    }
    if (!identifier.issuer().equals(issuer.authority())) {
      throw IssuingRefusedException.of(IssuingRefusal.OTHER_ISSUER, "issuer", identifier.issuer());
    }
    if (licence.holders().isEmpty() || licence.holders().size() > MAX_HOLDERS) {
      throw new IssuingRefusedException(
          IssuingRefusal.HOLDER_COUNT,
          Map.of(
              "count", Integer.toString(licence.holders().size()),
              "limit", Integer.toString(MAX_HOLDERS)));
    }
    if (licence.expiry().filter(day -> day.isBefore(licence.effective())).isPresent()) {
      throw new IssuingRefusedException(IssuingRefusal.EXPIRY_BEFORE_EFFECT, Map.of());
    }
    DigestAlgorithm algorithm = issuer.suite().digest();
    Bytes seed = seed();
    AttributeSet attributes = attributes(type, licence, seed);
    List<HolderOpening> openings = openings(licence, seed);
    Bytes nonce = AnchorNaming.nonce(issuer.secret(), identifier);
    LicenceRecord record =
        new LicenceRecord(
            AnchorNaming.anchorKey(algorithm, identifier, nonce),
            kind.type(),
            kind.typeVersion(),
            issuer.authority(),
            kind.division(),
            identifier.version(),
            licence.issuedOn(),
            licence.effective(),
            licence.expiry(),
            licence.document().map(document -> digest(document, algorithm)),
            attributes.slots().size(),
            attributes.root(algorithm),
            openings.stream().map(each -> each.opening().holderCommitment(algorithm)).toList(),
            licence.trailKey(),
            licence.seal().map(SealedWith::seal),
            licence.seal().flatMap(SealedWith::signature),
            licence.supersedes().map(Supersede::licence),
            licence.originalIssuer());
    return new PreparedLicence(
        record,
        nonce,
        new Disclosure(attributes, openings),
        licence.supersedes(),
        licence.initial());
  }

  private Bytes seed() {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return Bytes.of(seed);
  }

  private static AttributeSet attributes(DefineLicenceType type, Licence licence, Bytes seed) {
    int count = licence.attributes().size();
    if (count == 0 || count > AttributeSet.MAX_SLOTS) {
      throw IssuingRefusedException.of(IssuingRefusal.ATTRIBUTE_COUNT, "count", count);
    }
    List<Attribute> attributes = new ArrayList<>();
    licence
        .attributes()
        .forEach(
            (name, value) -> {
              if (type.attributes().stream().noneMatch(each -> each.shortName().equals(name))) {
                throw IssuingRefusedException.of(
                    IssuingRefusal.ATTRIBUTE_NOT_DEFINED, "name", name);
              }
              attributes.add(attribute(seed, name, value));
            });
    return AttributeSet.of(attributes);
  }

  private static Attribute attribute(Bytes seed, FieldName name, String value) {
    try {
      return Attribute.salted(seed, name, value);
    } catch (IllegalArgumentException e) {
      throw IssuingRefusedException.of(IssuingRefusal.ATTRIBUTE_VALUE, "name", name);
    }
  }

  private static List<HolderOpening> openings(Licence licence, Bytes seed) {
    List<HolderOpening> openings = new ArrayList<>();
    for (int i = 0; i < licence.holders().size(); i++) {
      Bytes info = Bytes.utf8("huxin/holder-salt/1 " + i);
      Bytes salt = HkdfSha256.derive(seed, Bytes.empty(), info, SALT_LENGTH);
      openings.add(new HolderOpening(i, new Opening(licence.holders().get(i), salt)));
    }
    return openings;
  }

  private static Digest digest(LicenceDocument document, DigestAlgorithm algorithm) {
    if (document instanceof LicenceDocument.Content content) {
      return algorithm.digest(content.bytes());
    }
    Digest digest = ((LicenceDocument.Hashed) document).digest();
    if (digest.algorithm() != algorithm) {
      throw IssuingRefusedException.of(
          IssuingRefusal.DOCUMENT_ALGORITHM, "algorithm", digest.algorithm().label());
    }
    return digest;
  }
}
