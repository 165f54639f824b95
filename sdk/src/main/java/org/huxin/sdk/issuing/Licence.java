// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.hpke.HpkePublicKey;

/**
 * A licence as an approval system has it. Personal data; its text form shows type and issuer only.
 *
 * <pre>{@code
 * Licence licence =
 *     Licence.builder(identifier, LocalDate.of(2026, 5, 1))
 *         .expiry(LocalDate.of(2031, 4, 30))
 *         .attribute("MC", "示例餐饮有限公司")
 *         .holder(new HolderId(HolderCodeType.USCC, "91150602MA0N00019K"))
 *         .document(ofdBytes)
 *         .build();
 * }</pre>
 *
 * @param identifier 证照标识; its type and issuer are the batch's, its version the licence's
 * @param issuedOn when it was issued, in UTC+8
 * @param effective from which day on it is in force
 * @param expiry the last day in force; empty for no end
 * @param document its document; empty for stock without one
 * @param attributes what it says, by short name; at least one; unmodifiable
 * @param holders who holds it, in the order of the licence; unmodifiable
 * @param trailKey what its uses are sealed to; empty for the issuer's own
 * @param seal the seal on the document
 * @param supersedes the earlier licence whose place it takes, and why: renewed, changed, corrected
 *     or transferred in
 * @param originalIssuer who issued it, where the issuer took over its files
 * @param initial a status that it has from the start; empty for in force
 */
public record Licence(
    LicenceIdentifier identifier,
    LocalDate issuedOn,
    LocalDate effective,
    Optional<LocalDate> expiry,
    Optional<LicenceDocument> document,
    SortedMap<FieldName, String> attributes,
    List<HolderId> holders,
    Optional<HpkePublicKey> trailKey,
    Optional<SealedWith> seal,
    Optional<Supersede> supersedes,
    Optional<Uscc> originalIssuer,
    Optional<InitialState> initial) {
  /** Copies of the given map and list. */
  public Licence {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    holders = List.copyOf(holders);
  }

  /**
   * Begins a licence that takes effect on the day on which it is issued.
   *
   * @param issuedOn in UTC+8
   */
  public static Builder builder(LicenceIdentifier identifier, LocalDate issuedOn) {
    return new Builder(identifier, issuedOn);
  }

  /** Type and issuer. */
  @Override
  public String toString() {
    return identifier.toString();
  }

  /** A licence in the making. For one thread. */
  public static final class Builder {
    private final LicenceIdentifier identifier;
    private final LocalDate issuedOn;
    private LocalDate effective;
    private Optional<LocalDate> expiry = Optional.empty();
    private Optional<LicenceDocument> document = Optional.empty();
    private final TreeMap<FieldName, String> attributes = new TreeMap<>();
    private final List<HolderId> holders = new ArrayList<>();
    private Optional<HpkePublicKey> trailKey = Optional.empty();
    private Optional<SealedWith> seal = Optional.empty();
    private Optional<Supersede> supersedes = Optional.empty();
    private Optional<Uscc> originalIssuer = Optional.empty();
    private Optional<InitialState> initial = Optional.empty();

    private Builder(LicenceIdentifier identifier, LocalDate issuedOn) {
      this.identifier = identifier;
      this.issuedOn = issuedOn;
      this.effective = issuedOn;
    }

    /** From which day on it is in force. */
    public Builder effective(LocalDate day) {
      effective = day;
      return this;
    }

    /** The last day in force. */
    public Builder expiry(LocalDate day) {
      expiry = Optional.of(day);
      return this;
    }

    /** Its document. */
    public Builder document(Bytes bytes) {
      document = Optional.of(new LicenceDocument.Content(bytes));
      return this;
    }

    /** The digest of its document, in the algorithm of the issuer's suite. */
    public Builder documentDigest(Digest digest) {
      document = Optional.of(new LicenceDocument.Hashed(digest));
      return this;
    }

    /**
     * An attribute; the last one of a name counts.
     *
     * @throws IllegalArgumentException if the name has another form
     */
    public Builder attribute(String name, String value) {
      attributes.put(new FieldName(name), value);
      return this;
    }

    /** One more holder. */
    public Builder holder(HolderId holder) {
      holders.add(holder);
      return this;
    }

    /** What its uses are sealed to. */
    public Builder trailKey(HpkePublicKey key) {
      trailKey = Optional.of(key);
      return this;
    }

    /** The seal on its document. */
    public Builder seal(SealedWith with) {
      seal = Optional.of(with);
      return this;
    }

    /** The earlier licence whose place it takes. */
    public Builder supersedes(Supersede earlier) {
      supersedes = Optional.of(earlier);
      return this;
    }

    /** 延续: it takes the place of an earlier one that ends. */
    public Builder renews(LicenceRef earlier) {
      return supersedes(SupersedeReason.RENEWED, earlier, Optional.empty(), Optional.empty());
    }

    /** 变更: it takes the place of an earlier one that said something else. */
    public Builder changes(LicenceRef earlier) {
      return supersedes(SupersedeReason.CHANGED, earlier, Optional.empty(), Optional.empty());
    }

    /**
     * 更正: it takes the place of an earlier one that was wrong.
     *
     * @param dispute the dispute that said so; empty if there was none
     */
    public Builder corrects(LicenceRef earlier, Optional<StatementId> dispute) {
      return supersedes(SupersedeReason.CORRECTED, earlier, dispute, Optional.empty());
    }

    /** 转入: it takes the place of another city's, under an agreement. */
    public Builder transfersIn(LicenceRef earlier, StatementId agreement) {
      return supersedes(
          SupersedeReason.TRANSFERRED_IN, earlier, Optional.empty(), Optional.of(agreement));
    }

    private Builder supersedes(
        SupersedeReason reason,
        LicenceRef earlier,
        Optional<StatementId> dispute,
        Optional<StatementId> agreement) {
      return supersedes(new Supersede(earlier, reason, dispute, agreement));
    }

    /** A status that it has from the start. */
    public Builder initial(InitialState state) {
      initial = Optional.of(state);
      return this;
    }

    /** Who issued it, where the issuer took over its files. */
    public Builder originalIssuer(Uscc issuer) {
      originalIssuer = Optional.of(issuer);
      return this;
    }

    /** The licence. */
    public Licence build() {
      return new Licence(
          identifier,
          issuedOn,
          effective,
          expiry,
          document,
          attributes,
          holders,
          trailKey,
          seal,
          supersedes,
          originalIssuer,
          initial);
    }
  }
}
