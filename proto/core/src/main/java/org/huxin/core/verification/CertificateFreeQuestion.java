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
 * Whether a service can be handled without certificates.
 *
 * @param item which service
 * @param version which version of it
 * @param offers what is offered; unmodifiable
 */
public record CertificateFreeQuestion(
    ServiceItemCode item, int version, List<OfferedLicence> offers) {
  /** As many as an item has materials, with some to choose from. */
  public static final int MAX_OFFERS = 128;

  private static final Field<CertificateFreeQuestion, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, CertificateFreeQuestion::item);
  private static final Field<CertificateFreeQuestion, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), CertificateFreeQuestion::version);
  private static final Field<CertificateFreeQuestion, List<OfferedLicence>> OFFERS =
      required(
          "offers",
          ListCodec.list(OfferedLicence.CODEC, 0, MAX_OFFERS),
          CertificateFreeQuestion::offers);

  /** The JSON form. */
  public static final ObjectCodec<CertificateFreeQuestion> CODEC =
      ObjectCodec.of(
          members ->
              new CertificateFreeQuestion(
                  members.get(ITEM), members.get(VERSION), members.get(OFFERS)),
          ITEM,
          VERSION,
          OFFERS);

  /** Copies of the given lists. */
  public CertificateFreeQuestion {
    offers = List.copyOf(offers);
  }
}
