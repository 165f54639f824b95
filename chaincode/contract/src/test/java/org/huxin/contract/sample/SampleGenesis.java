// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.holder.KeyPossession;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** A genesis configuration of sample cities, and the keys that go with it. */
public final class SampleGenesis {
  /** The network that the sample ledgers are founded on. */
  public static final Digest NETWORK =
      DigestAlgorithm.SHA_256.digest(Bytes.utf8("the network of the tests"));

  private SampleGenesis() {}

  /** The configuration of some cities, with the limits of the tests. */
  public static GenesisConfiguration of(
      List<GenesisCity> cities, DefineLicenceType... licenceTypes) {
    return new GenesisConfiguration(
        Bytes.of(new byte[16]),
        new Code("LICENCE"),
        NETWORK,
        cities,
        Arrays.stream(SampleCity.values())
            .filter(city -> cities.stream().anyMatch(each -> each.code().equals(city.code())))
            .flatMap(city -> city.divisions().stream())
            .toList(),
        List.of(licenceTypes),
        ContractBench.LIMITS,
        List.of(),
        List.of());
  }

  /** A city of the configuration; its governor's key proves its possession for the network. */
  public static GenesisCity founding(SampleCity city) {
    return city(city, registration(city.governorKey(), new LedgerId(NETWORK)));
  }

  /** A city with such keys of its governor. */
  public static GenesisCity city(SampleCity city, KeyRegistration... keys) {
    return new GenesisCity(
        city.code(), city.label(), city.msp(), city.governor(), city.label(), List.of(keys));
  }

  /** An authority's key for statements with the proof of its possession, in force for ten years. */
  public static KeyRegistration registration(SampleKey key, LedgerId ledger) {
    return registration(key, KeyUse.SIGN, possession(key, key.id(), ledger));
  }

  /** An authority's key with some proof. */
  public static KeyRegistration registration(
      SampleKey key, KeyUse use, SignedFact<KeyPossession> possession) {
    return new KeyRegistration(
        ((KeyId.OfAuthority) key.id()).number(),
        use,
        key.key().publicKey(),
        ContractBench.FOUNDED,
        ContractBench.FOUNDED.plus(Duration.ofDays(3650)),
        possession.jws());
  }

  /** What a key says of itself: that it is the key of that name. */
  public static SignedFact<KeyPossession> possession(SampleKey key, KeyId says, LedgerId ledger) {
    KeyId.OfAuthority named = (KeyId.OfAuthority) says;
    return SignedFact.sign(
        key.signer(),
        key.id(),
        FactKind.KEY_POSSESSION,
        KeyPossession.CODEC,
        new KeyPossession(ledger, ContractBench.FOUNDED, named.authority(), named.number()));
  }
}
