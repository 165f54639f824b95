// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import javax.sql.DataSource;

class OutboxOnH2Test extends OutboxContract {
  private static final DataSource DATABASE = Databases.of("jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1");

  @Override
  DataSource database() {
    return DATABASE;
  }
}
