// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables of the proof store, in SQL that H2 and PostgreSQL understand.
 *
 * <p>What the store has committed must outlive a process that is killed, or a licence may be
 * anchored twice. PostgreSQL sees to that; H2 keeps commits in memory for half a second unless it
 * is told otherwise, which {@link #create} does.
 */
public final class ProofStoreTables {
  /**
   * The statements that make the tables, for a migration tool. They change nothing where the tables
   * exist.
   *
   * <p>A licence's anchor key is a primary key: two processes cannot have the same licence pending.
   */
  public static final List<String> STATEMENTS =
      List.of(
          """
          create table if not exists huxin_batch (
            id varchar(80) primary key,
            submission varchar(80) not null,
            place int not null,
            statement text not null,
            source varchar(80),
            first_row bigint,
            row_count int,
            rejected int,
            size int not null,
            transaction_id varchar(80),
            block bigint)""",
          "create index if not exists huxin_batch_source on huxin_batch (source, first_row)",
          "create index if not exists huxin_batch_submission on huxin_batch (submission, place)",
          """
          create table if not exists huxin_licence (
            anchor_key varchar(80) primary key,
            batch varchar(80) not null references huxin_batch (id),
            record text not null,
            nonce varchar(32) not null,
            inclusion text not null,
            disclosure text)""",
          "create index if not exists huxin_licence_batch on huxin_licence (batch)",
          """
          create table if not exists huxin_holder (
            code varchar(64) not null,
            anchor_key varchar(80) not null references huxin_licence (anchor_key),
            primary key (code, anchor_key))""",
          "create index if not exists huxin_holder_licence on huxin_holder (anchor_key)");

  private ProofStoreTables() {}

  /**
   * Makes the tables where there are none.
   *
   * @throws ProofStoreFailedException if the database refuses
   */
  public static void create(DataSource source) {
    Boolean unused =
        new Database(source)
            .transact(
                connection -> {
                  try (Statement statement = connection.createStatement()) {
                    for (String sql : STATEMENTS) {
                      statement.execute(sql);
                    }
                    if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                      statement.execute("set write_delay 0");
                    }
                  }
                  return true;
                });
  }
}
