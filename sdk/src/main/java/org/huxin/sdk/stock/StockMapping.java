// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonReader;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.issuing.BatchKind;

/**
 * How the rows of an old system are read as licences of one type (proto/spec/stock-mapping.md).
 *
 * @param issuer who issued them, and anchors them now
 * @param type their type
 * @param typeVersion in which version of the type
 * @param division where they were issued
 * @param trustLevel how far they are to be trusted
 * @param ownCharset in which character set the file is; empty for UTF-8
 * @param ownDelimiter what stands between cells; empty for a comma
 * @param ownDates how dates are written; empty for ISO
 * @param columns where the parts are
 * @param holders where the holders are, in the order of the licence; unmodifiable
 * @param attributes where the attributes are; unmodifiable
 */
public record StockMapping(
    Uscc issuer,
    LicenceTypeCode type,
    int typeVersion,
    DivisionCode division,
    TrustLevel trustLevel,
    Optional<FileCharset> ownCharset,
    Optional<Delimiter> ownDelimiter,
    Optional<DateForm> ownDates,
    StockColumns columns,
    List<StockHolder> holders,
    List<StockAttribute> attributes) {
  /** As many holders as a record has. */
  private static final int MAX_HOLDERS = 16;

  /** As many attributes as a record has. */
  private static final int MAX_ATTRIBUTES = 64;

  /** All columns at their greatest length, twice. */
  private static final JsonLimits LIMITS = new JsonLimits(128 * 1024, 4);

  private static final Field<StockMapping, Uscc> ISSUER =
      required("issuer", Terms.USCC, StockMapping::issuer);
  private static final Field<StockMapping, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, StockMapping::type);
  private static final Field<StockMapping, Integer> TYPE_VERSION =
      required("typeVersion", Codecs.count(1, 9_999), StockMapping::typeVersion);
  private static final Field<StockMapping, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, StockMapping::division);
  private static final Field<StockMapping, TrustLevel> TRUST_LEVEL =
      required("trustLevel", Codecs.enumeration(TrustLevel.class), StockMapping::trustLevel);
  private static final Field<StockMapping, Optional<FileCharset>> CHARSET =
      optional("charset", Codecs.enumeration(FileCharset.class), StockMapping::ownCharset);
  private static final Field<StockMapping, Optional<Delimiter>> DELIMITER =
      optional("delimiter", Codecs.enumeration(Delimiter.class), StockMapping::ownDelimiter);
  private static final Field<StockMapping, Optional<DateForm>> DATES =
      optional("dates", Codecs.enumeration(DateForm.class), StockMapping::ownDates);
  private static final Field<StockMapping, StockColumns> COLUMNS =
      required("columns", StockColumns.CODEC, StockMapping::columns);
  private static final Field<StockMapping, List<StockHolder>> HOLDERS =
      required("holders", ListCodec.list(StockHolder.CODEC, 1, MAX_HOLDERS), StockMapping::holders);
  private static final Field<StockMapping, List<StockAttribute>> ATTRIBUTES =
      required(
          "attributes",
          ListCodec.list(StockAttribute.CODEC, 1, MAX_ATTRIBUTES),
          StockMapping::attributes);

  /** The JSON form. */
  public static final ObjectCodec<StockMapping> CODEC =
      ObjectCodec.of(
          members ->
              new StockMapping(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(TYPE_VERSION),
                  members.get(DIVISION),
                  members.get(TRUST_LEVEL),
                  members.get(CHARSET),
                  members.get(DELIMITER),
                  members.get(DATES),
                  members.get(COLUMNS),
                  members.get(HOLDERS),
                  members.get(ATTRIBUTES)),
          ISSUER,
          TYPE,
          TYPE_VERSION,
          DIVISION,
          TRUST_LEVEL,
          CHARSET,
          DELIMITER,
          DATES,
          COLUMNS,
          HOLDERS,
          ATTRIBUTES);

  /**
   * A mapping.
   *
   * @throws IllegalArgumentException if an attribute stands twice
   */
  public StockMapping {
    holders = List.copyOf(holders);
    attributes = List.copyOf(attributes);
    if (attributes.stream().map(StockAttribute::name).distinct().count() != attributes.size()) {
      throw new IllegalArgumentException("each attribute once");
    }
  }

  /**
   * Reads a mapping. Its members may stand in any order, with space between them: people write it.
   *
   * @throws StockRefusedException {@link StockRefusal#MAPPING_FORM} if the bytes are something else
   */
  public static StockMapping parse(Bytes json) {
    try {
      return CODEC.decode(JsonReader.read(json, LIMITS));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      RefusedException refused = e;
      Map<String, String> evidence = new TreeMap<>(refused.evidence());
      evidence.put("refusal", refused.code().name());
      throw new StockRefusedException(StockRefusal.MAPPING_FORM, evidence);
    }
  }

  /** What the licences of its batches have in common. */
  public BatchKind kind() {
    return BatchKind.stock(type, typeVersion, division, trustLevel);
  }

  FileCharset charset() {
    return ownCharset.orElse(FileCharset.UTF_8);
  }

  Delimiter delimiter() {
    return ownDelimiter.orElse(Delimiter.COMMA);
  }

  DateForm dates() {
    return ownDates.orElse(DateForm.ISO);
  }

  /** Every column that it names. */
  Set<String> columnNames() {
    Set<String> names = new LinkedHashSet<>(columns.names());
    for (StockHolder holder : holders) {
      names.add(holder.code());
      holder.typeColumn().ifPresent(names::add);
    }
    attributes.forEach(attribute -> names.add(attribute.column()));
    return names;
  }
}
