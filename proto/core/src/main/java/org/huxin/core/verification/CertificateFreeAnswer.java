// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.statement.Terms;

/**
 * What becomes of each material of a service.
 *
 * @param item which service
 * @param version which version of it
 * @param materials one for each material, in the order of the item; unmodifiable
 */
public record CertificateFreeAnswer(
    ServiceItemCode item, int version, List<MaterialAnswer> materials) {
  private static final Field<CertificateFreeAnswer, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, CertificateFreeAnswer::item);
  private static final Field<CertificateFreeAnswer, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), CertificateFreeAnswer::version);
  private static final Field<CertificateFreeAnswer, List<MaterialAnswer>> MATERIALS =
      required(
          "materials",
          ListCodec.list(MaterialAnswer.CODEC, 0, 64),
          CertificateFreeAnswer::materials);

  /** The JSON form. */
  public static final ObjectCodec<CertificateFreeAnswer> CODEC =
      ObjectCodec.of(
          members ->
              new CertificateFreeAnswer(
                  members.get(ITEM), members.get(VERSION), members.get(MATERIALS)),
          ITEM,
          VERSION,
          MATERIALS);

  /** Copies of the given lists. */
  public CertificateFreeAnswer {
    materials = List.copyOf(materials);
  }

  /** Whether the service can go on now: no material is missing. */
  public boolean canProceed() {
    return materials.stream().noneMatch(each -> each.result() == MaterialResult.MISSING);
  }
}
