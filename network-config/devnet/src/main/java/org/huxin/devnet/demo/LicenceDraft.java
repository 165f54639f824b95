// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.licence.Supersede;
import org.huxin.crypto.hpke.HpkePublicKey;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.Licence;

/** A licence that an office is about to issue. For one thread. */
final class LicenceDraft {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Office issuer;
  private final LicenceKind kind;
  private final String serial;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<HolderId> holders = new ArrayList<>();
  private int version = 1;
  private DivisionCode division;
  private Optional<HpkePublicKey> trailKey = Optional.empty();
  private Optional<Supersede> supersedes = Optional.empty();
  private Optional<Sealing> sealing = Optional.empty();

  /** With which seal, and which time the seal claims. */
  record Sealing(SealWorkshop.MadeSeal seal, Instant at) {}

  LicenceDraft(Office issuer, LicenceKind kind, String serial) {
    this.issuer = issuer;
    this.kind = kind;
    this.serial = serial;
    this.division = issuer.division();
  }

  LicenceDraft attribute(String shortName, String value) {
    attributes.put(shortName, value);
    return this;
  }

  LicenceDraft holder(HolderId holder) {
    holders.add(holder);
    return this;
  }

  LicenceDraft version(int number) {
    version = number;
    return this;
  }

  LicenceDraft division(DivisionCode where) {
    division = where;
    return this;
  }

  LicenceDraft trailKey(HpkePublicKey key) {
    trailKey = Optional.of(key);
    return this;
  }

  LicenceDraft supersedes(Supersede earlier) {
    supersedes = Optional.of(earlier);
    return this;
  }

  /** With another seal than the office's own, or at another time than now. */
  LicenceDraft sealed(SealWorkshop.MadeSeal seal, Instant at) {
    sealing = Optional.of(new Sealing(seal, at));
    return this;
  }

  Office issuer() {
    return issuer;
  }

  LicenceKind kind() {
    return kind;
  }

  /** What it says, by short name. */
  Map<String, String> attributes() {
    return attributes;
  }

  Optional<Sealing> sealing() {
    return sealing;
  }

  BatchKind batch() {
    return BatchKind.current(kind.code(), LicenceKind.VERSION, division);
  }

  /** The licence with its sealed document, issued on the day of its sealing. */
  Licence licence(SealWorkshop.Sealed sealed, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, CHINA);
    Licence.Builder licence =
        Licence.builder(new LicenceIdentifier(kind.code(), issuer.code(), serial, version), day)
            .document(sealed.document())
            .seal(sealed.with());
    attributes.forEach(licence::attribute);
    holders.forEach(licence::holder);
    trailKey.ifPresent(licence::trailKey);
    supersedes.ifPresent(licence::supersedes);
    return licence.build();
  }
}
