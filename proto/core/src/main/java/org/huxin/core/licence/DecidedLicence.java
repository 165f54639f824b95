// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.statement.Terms;

/**
 * A licence that a decision is about.
 *
 * @param anchorKey the licence
 * @param replaces the version of its status that this replaces; empty for the first and for what
 *     only takes away
 * @param strikes the version whose entry is struck out
 */
public record DecidedLicence(
    AnchorKey anchorKey, Optional<Integer> replaces, Optional<Integer> strikes) {
  private static final Field<DecidedLicence, AnchorKey> ANCHOR_KEY =
      required("anchorKey", Terms.ANCHOR_KEY, DecidedLicence::anchorKey);
  private static final Field<DecidedLicence, Optional<Integer>> REPLACES =
      optional("replaces", Codecs.count(1, 1_000_000), DecidedLicence::replaces);
  private static final Field<DecidedLicence, Optional<Integer>> STRIKES =
      optional("strikes", Codecs.count(1, 1_000_000), DecidedLicence::strikes);

  /** The JSON form. */
  public static final ObjectCodec<DecidedLicence> CODEC =
      ObjectCodec.of(
          members ->
              new DecidedLicence(
                  members.get(ANCHOR_KEY), members.get(REPLACES), members.get(STRIKES)),
          ANCHOR_KEY,
          REPLACES,
          STRIKES);
}
