// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.crypto.bytes.Bytes;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What an issuer must keep: its secret, and the database of its proofs.
 *
 * @param secret from which names of licences are derived
 * @param database of the proofs
 */
record IssuerStore(Bytes secret, DataSource database) {
  private static final String SECRET = "secret";
  private static final String PROOFS = "proofs";
  private static final int SECRET_LENGTH = 32;

  /**
   * Opens a folder, or makes it.
   *
   * @param url a database elsewhere; empty for a file in the folder
   */
  static IssuerStore open(Path folder, Optional<String> url) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.CANNOT_CREATE, folder + " cannot be written");
    }
    Path secret = folder.resolve(SECRET);
    if (!Files.exists(secret)) {
      byte[] fresh = new byte[SECRET_LENGTH];
      new SecureRandom().nextBytes(fresh);
      OutputFile.writePrivate(secret, Bytes.of(fresh));
    }
    Bytes kept = InputFile.read(secret, SECRET_LENGTH);
    if (kept.length() != SECRET_LENGTH) {
      throw new CommandFailedException(
          ExitCode.BAD, secret + " is no secret of " + SECRET_LENGTH + " bytes");
    }
    return new IssuerStore(kept, url.map(IssuerStore::postgres).orElseGet(() -> file(folder)));
  }

  private static DataSource postgres(String url) {
    try {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(url);
      return source;
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, "no JDBC URL of PostgreSQL");
    }
  }

  /**
   * What is committed there outlives a kill; the tables see to that. Nothing is rewritten while it
   * grows: a stock only adds.
   */
  private static DataSource file(Path folder) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + folder.resolve(PROOFS).toAbsolutePath()
            + ";AUTO_COMPACT_FILL_RATE=0;CACHE_SIZE=98304");
    return source;
  }

  @Override
  public String toString() {
    return "an issuer's store";
  }
}
