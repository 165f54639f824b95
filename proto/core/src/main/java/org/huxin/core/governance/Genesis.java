// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;

/**
 * The genesis configuration as it was founded. Never changes.
 *
 * @param configuration the configuration
 * @param history what made each version
 */
public record Genesis(GenesisConfiguration configuration, History<Revision> history)
    implements Entity {
  private static final Field<Genesis, GenesisConfiguration> CONFIGURATION =
      required("configuration", GenesisConfiguration.CODEC, Genesis::configuration);
  private static final Field<Genesis, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Genesis::history);

  /** The JSON form. */
  public static final ObjectCodec<Genesis> CODEC =
      ObjectCodec.of(
          members -> new Genesis(members.get(CONFIGURATION), members.get(HISTORY)),
          CONFIGURATION,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Genesis> ENTITY =
      EntityType.of("genesis", 0, Genesis.class, CODEC);

  /** The key of the one genesis. */
  public static EntityKey<Genesis> key() {
    return ENTITY.key();
  }
}
