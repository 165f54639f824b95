// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import javax.sql.DataSource;
import org.huxin.sdk.outbox.Databases;
import org.huxin.sdk.outbox.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ProofStoreOnPostgresTest extends ProofStoreContract {
  private static @Nullable PostgresServer server;

  @BeforeAll
  static void start() {
    assumeTrue(PostgresServer.programs().isPresent(), "no PostgreSQL is installed here");
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  DataSource database() {
    return Databases.of(Objects.requireNonNull(server).url());
  }

  @Override
  DataSource withoutTables() {
    return Databases.of(Objects.requireNonNull(server).url() + "&currentSchema=another");
  }
}
