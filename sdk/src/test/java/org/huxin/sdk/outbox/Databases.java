// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases by their URL. */
public final class Databases {
  private Databases() {}

  /** A new connection each time. */
  public static DataSource of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL(url);
      return h2;
    }
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setURL(url);
    return postgres;
  }
}
