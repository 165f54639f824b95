// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A key of an authority.
 *
 * @param number which of its keys
 * @param use what for
 * @param key the public key
 * @param notBefore from when on
 * @param notAfter until when, exclusive
 * @param addedAt when the ledger recorded it
 * @param retirements that it ended, in the order in which it was recorded; unmodifiable
 */
public record HeldKey(
    int number,
    KeyUse use,
    VerifyingKey key,
    Instant notBefore,
    Instant notAfter,
    Instant addedAt,
    List<KeyRetirement> retirements) {
  /** How often a key may be said to have ended: once, and later that it was compromised. */
  public static final int MAX_RETIREMENTS = 4;

  private static final Field<HeldKey, Integer> NUMBER =
      required("number", Codecs.count(1, KeyId.OfAuthority.MAX_NUMBER), HeldKey::number);
  private static final Field<HeldKey, KeyUse> USE =
      required("use", Codecs.enumeration(KeyUse.class), HeldKey::use);
  private static final Field<HeldKey, VerifyingKey> KEY =
      required("key", Terms.PUBLIC_KEY, HeldKey::key);
  private static final Field<HeldKey, Instant> NOT_BEFORE =
      required("notBefore", Codecs.SECONDS, HeldKey::notBefore);
  private static final Field<HeldKey, Instant> NOT_AFTER =
      required("notAfter", Codecs.SECONDS, HeldKey::notAfter);
  private static final Field<HeldKey, Instant> ADDED_AT =
      required("addedAt", Codecs.SECONDS, HeldKey::addedAt);
  private static final Field<HeldKey, List<KeyRetirement>> RETIREMENTS =
      required(
          "retirements",
          ListCodec.list(KeyRetirement.CODEC, 0, MAX_RETIREMENTS),
          HeldKey::retirements);

  /** The JSON form. */
  public static final ObjectCodec<HeldKey> CODEC =
      ObjectCodec.of(
          members ->
              new HeldKey(
                  members.get(NUMBER),
                  members.get(USE),
                  members.get(KEY),
                  members.get(NOT_BEFORE),
                  members.get(NOT_AFTER),
                  members.get(ADDED_AT),
                  members.get(RETIREMENTS)),
          NUMBER,
          USE,
          KEY,
          NOT_BEFORE,
          NOT_AFTER,
          ADDED_AT,
          RETIREMENTS);

  /** Copies of the given lists. */
  public HeldKey {
    retirements = List.copyOf(retirements);
  }

  /**
   * The same key, of which it is known that it ended, too.
   *
   * @throws IllegalArgumentException if that was said {@link #MAX_RETIREMENTS} times before
   */
  public HeldKey retired(KeyRetirement retirement) {
    if (retirements.size() == MAX_RETIREMENTS) {
      throw new IllegalArgumentException("at most " + MAX_RETIREMENTS + " retirements");
    }
    List<KeyRetirement> all = new ArrayList<>(retirements);
    all.add(retirement);
    return new HeldKey(number, use, key, notBefore, notAfter, addedAt, all);
  }

  /**
   * Whether the key is in force at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean isInForce(Instant time, Optional<Instant> knownAt) {
    boolean known = knownAt.isEmpty() || !addedAt.isAfter(knownAt.get());
    boolean retired = known(knownAt).anyMatch(retirement -> !time.isBefore(retirement.retiredAt()));
    return known && !time.isBefore(notBefore) && time.isBefore(notAfter) && !retired;
  }

  /**
   * Whether what the key committed at a time does not count, as the ledger knew by another.
   *
   * @param committedAt when it was committed
   * @param knownAt empty for all that it knows
   */
  public boolean isCompromised(Instant committedAt, Optional<Instant> knownAt) {
    return known(knownAt)
        .flatMap(retirement -> retirement.compromisedSince().stream())
        .anyMatch(since -> !committedAt.isBefore(since));
  }

  private Stream<KeyRetirement> known(Optional<Instant> knownAt) {
    return retirements.stream()
        .filter(each -> knownAt.isEmpty() || !each.at().isAfter(knownAt.get()));
  }
}
