// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * What an authority may ask for, in public. The scope is named by the id of this statement.
 *
 * @param authority who may ask
 * @param types for which licences
 * @param items in which services
 * @param purposes for what
 * @param fields for which attributes
 * @param statutory whether the law allows it without consent
 * @param basis digest of the legal basis
 * @param from from when on
 * @param to until when, exclusive; empty for open
 */
public record OpenUseScope(
    Uscc authority,
    List<LicenceTypeCode> types,
    List<ServiceItemCode> items,
    List<Code> purposes,
    List<FieldName> fields,
    boolean statutory,
    Digest basis,
    Instant from,
    Optional<Instant> to)
    implements Statement {
  private static final Field<OpenUseScope, Uscc> AUTHORITY =
      required("authority", Terms.USCC, OpenUseScope::authority);
  private static final Field<OpenUseScope, List<LicenceTypeCode>> TYPES =
      required("types", ListCodec.set(Terms.LICENCE_TYPE, 1, 64), OpenUseScope::types);
  private static final Field<OpenUseScope, List<ServiceItemCode>> ITEMS =
      required("items", ListCodec.set(Terms.SERVICE_ITEM, 1, 64), OpenUseScope::items);
  private static final Field<OpenUseScope, List<Code>> PURPOSES =
      required("purposes", ListCodec.set(Code.CODEC, 1, 32), OpenUseScope::purposes);
  private static final Field<OpenUseScope, List<FieldName>> FIELDS =
      required("fields", ListCodec.set(FieldName.CODEC, 0, 128), OpenUseScope::fields);
  private static final Field<OpenUseScope, Boolean> STATUTORY =
      required("statutory", Codecs.BOOLEAN, OpenUseScope::statutory);
  private static final Field<OpenUseScope, Digest> BASIS =
      required("basis", Codecs.DIGEST, OpenUseScope::basis);
  private static final Field<OpenUseScope, Instant> FROM =
      required("from", Codecs.SECONDS, OpenUseScope::from);
  private static final Field<OpenUseScope, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, OpenUseScope::to);

  /** The JSON form. */
  public static final ObjectCodec<OpenUseScope> CODEC =
      ObjectCodec.of(
          members ->
              new OpenUseScope(
                  members.get(AUTHORITY),
                  members.get(TYPES),
                  members.get(ITEMS),
                  members.get(PURPOSES),
                  members.get(FIELDS),
                  members.get(STATUTORY),
                  members.get(BASIS),
                  members.get(FROM),
                  members.get(TO)),
          AUTHORITY,
          TYPES,
          ITEMS,
          PURPOSES,
          FIELDS,
          STATUTORY,
          BASIS,
          FROM,
          TO);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public OpenUseScope {
    types = List.copyOf(types);
    items = List.copyOf(items);
    purposes = List.copyOf(purposes);
    fields = List.copyOf(fields);
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  /**
   * Whether services and a purpose lie within.
   *
   * @return the first member of the scope that does not allow them; empty if they lie within
   */
  public Optional<String> exceededBy(Collection<ServiceItemCode> services, Code purpose) {
    if (!new HashSet<>(items).containsAll(services)) {
      return Optional.of("items");
    }
    return purposes.contains(purpose) ? Optional.empty() : Optional.of("purposes");
  }

  /**
   * Whether attributes of a type lie within.
   *
   * @return the first member of the scope that does not allow them; empty if they lie within
   */
  public Optional<String> exceededBy(LicenceTypeCode type, Collection<FieldName> shown) {
    if (!types.contains(type)) {
      return Optional.of("types");
    }
    return new HashSet<>(fields).containsAll(shown) ? Optional.empty() : Optional.of("fields");
  }

  @Override
  public Operation operation() {
    return Operation.OPEN_USE_SCOPE;
  }
}
