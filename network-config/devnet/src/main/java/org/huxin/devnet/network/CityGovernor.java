// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.sdk.ledger.LedgerClient;

/** A city's governor at work: signs with its key, and carries in as the city's client. */
public final class CityGovernor {
  private final FoundedCity city;
  private final LedgerClient ledger;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * The governor of a city.
   *
   * @param ledger a client of the city's profile; whoever made it closes it
   */
  public CityGovernor(
      FoundedCity city, LedgerClient ledger, InstantSource clock, SecureRandom random) {
    this.city = city;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Signs a statement and has it accepted.
   *
   * @param replaces the version that it replaces, where the operation asks for one
   */
  public LedgerClient.Committed submit(Optional<Integer> replaces, Statement statement) {
    StatementHead head = new StatementHead(city.profile().ledger(), now(), replaces);
    SignedStatement signed =
        SignedStatement.sign(
            city.governorKey().signer(random), city.governorKeyId(), head, statement);
    return ledger.submit(OperationNames.of(statement.operation()), List.of(signed.jws().text()));
  }

  /**
   * Registers an authority of the city, with one key for statements that is made and kept beside
   * the governor's.
   *
   * @param keyName the name of the key's file, of letters, digits and hyphens
   * @return the key, the authority's first
   * @throws IOException if the key cannot be kept
   */
  public SigningKey register(
      Uscc authority,
      Name name,
      DivisionCode division,
      String keyName,
      SignatureSuite suite,
      Role... roles)
      throws IOException {
    Instant from = now();
    SigningKey key = BusinessKeys.readOrCreate(city.keys(), keyName, suite, random);
    KeyRegistration registration =
        CityGenesis.registration(authority, key, 1, city.profile().ledger(), from, random);
    LedgerClient.Committed unused =
        submit(
            Optional.empty(),
            new RegisterAuthority(
                authority,
                name,
                division,
                Optional.empty(),
                Arrays.stream(roles)
                    .map(role -> new RoleGrant(role, from, Optional.empty()))
                    .toList(),
                List.of(registration),
                Optional.empty(),
                List.of()));
    return key;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
