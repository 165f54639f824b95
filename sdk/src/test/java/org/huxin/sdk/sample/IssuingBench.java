// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.sample;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.Issuer;
import org.huxin.sdk.issuing.IssuerIdentity;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.proofstore.ProofStore;
import org.huxin.sdk.proofstore.ProofStoreTables;

/** A founded ledger with an accredited issuer, and the issuer's store in a database in memory. */
public final class IssuingBench {
  /** Who issues. */
  public static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");

  /** Where. */
  public static final DivisionCode DONGSHENG = DivisionCode.parse("150602");

  /** What. */
  public static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");

  /** What must not be hashed. */
  public static final LicenceTypeCode CLASSIFIED = LicenceTypeCode.parse("11100000MB0143028R002");

  /** Who holds what is issued here. */
  public static final HolderId HOLDER = new HolderId(HolderCodeType.USCC, "91150602MA0T000115");

  /** Licences that are issued now. */
  public static final BatchKind KIND = BatchKind.current(TYPE, 1, DONGSHENG);

  private final ContractBench bench = ContractBench.founded();
  private final ContractLedgerClient client =
      new ContractLedgerClient(bench, SampleCity.ORDOS.msp());
  private final SampleKey key;
  private final DataSource database;
  private final ProofStore store;

  /** Ready to issue, with a database of its own. */
  public IssuingBench() {
    this(inMemory());
  }

  /**
   * Ready to issue.
   *
   * @param database which may hold what other benches left
   */
  public IssuingBench(DataSource database) {
    this.database = database;
    key = bench.register(ISSUER, DONGSHENG, Optional.empty(), Role.ISSUER);
    SampleCatalogue.putType(bench, TYPE, false);
    SampleCatalogue.putType(bench, CLASSIFIED, true);
    SampleCompetence.accredit(bench, ISSUER, TYPE, DONGSHENG);
    ProofStoreTables.create(database);
    store = new ProofStore(database, Bytes.utf8("the key of the look-up"));
  }

  private static DataSource inMemory() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  /** The ledger. */
  public ContractBench bench() {
    return bench;
  }

  /** Its client. */
  public ContractLedgerClient client() {
    return client;
  }

  /** The issuer's key. */
  public SampleKey key() {
    return key;
  }

  /** The issuer's database. */
  public DataSource database() {
    return database;
  }

  /** The issuer's store. */
  public ProofStore store() {
    return store;
  }

  /** The issuer, as a process begins with it. */
  public Issuer issuer() {
    return issuer(ISSUER, key);
  }

  /** Another issuer with the same store. */
  public Issuer issuer(Uscc authority, SampleKey signingKey) {
    IssuerIdentity identity =
        new IssuerIdentity(
            ContractBench.LEDGER,
            authority,
            1,
            signingKey.signer(),
            Bytes.utf8("the secret of the issuer"));
    return new Issuer(identity, client, store, bench::now, new SecureRandom());
  }

  /** A licence's identifier. */
  public static LicenceIdentifier identifier(Uscc issuer, int number, int version) {
    return new LicenceIdentifier(TYPE, issuer, "JY" + (1_000_000 + number), version);
  }

  /** A licence of the issuer, all but finished. */
  public static Licence.Builder begin(int number) {
    return Licence.builder(identifier(ISSUER, number, 1), LocalDate.of(2026, 1, 15))
        .expiry(LocalDate.of(2031, 1, 14))
        .attribute("MC", "示例餐饮有限公司" + number)
        .holder(HOLDER);
  }

  /** A licence of the issuer with its document. */
  public static Licence licence(int number) {
    return begin(number).document(document(number)).build();
  }

  /** The document of that licence. */
  public static Bytes document(int number) {
    return Bytes.utf8("%PDF-1.7 licence " + number);
  }
}
