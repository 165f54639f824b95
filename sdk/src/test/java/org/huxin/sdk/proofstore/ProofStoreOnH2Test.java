// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import javax.sql.DataSource;
import org.huxin.sdk.outbox.Databases;

class ProofStoreOnH2Test extends ProofStoreContract {
  private static final DataSource DATABASE =
      Databases.of("jdbc:h2:mem:proof-store;DB_CLOSE_DELAY=-1");

  @Override
  DataSource database() {
    return DATABASE;
  }

  @Override
  DataSource withoutTables() {
    return Databases.of("jdbc:h2:mem:");
  }
}
