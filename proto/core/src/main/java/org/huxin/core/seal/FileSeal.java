// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A maker files a seal. The owner's JWS says that it is its own.
 *
 * @param seal the seal
 * @param owner whose it is
 * @param kind what kind
 * @param structure digest of its whole structure
 * @param certificates digests of the certificates that may sign with it
 * @param validFrom from when on, by its structure
 * @param validTo until when, by its structure
 * @param inForceFrom from when on, in law
 * @param ownership a JWS of kind huxin-seal-ownership by the owner
 * @param past what happened before, in order
 */
public record FileSeal(
    SealKey seal,
    Uscc owner,
    SealKind kind,
    Digest structure,
    List<Digest> certificates,
    Instant validFrom,
    Instant validTo,
    Instant inForceFrom,
    Jws ownership,
    List<PastSealEvent> past)
    implements Statement {
  private static final Field<FileSeal, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, FileSeal::seal);
  private static final Field<FileSeal, Uscc> OWNER = required("owner", Terms.USCC, FileSeal::owner);
  private static final Field<FileSeal, SealKind> KIND =
      required("kind", Codecs.enumeration(SealKind.class), FileSeal::kind);
  private static final Field<FileSeal, Digest> STRUCTURE =
      required("structure", Codecs.DIGEST, FileSeal::structure);
  private static final Field<FileSeal, List<Digest>> CERTIFICATES =
      required("certificates", ListCodec.set(Codecs.DIGEST, 1, 16), FileSeal::certificates);
  private static final Field<FileSeal, Instant> VALID_FROM =
      required("validFrom", Codecs.SECONDS, FileSeal::validFrom);
  private static final Field<FileSeal, Instant> VALID_TO =
      required("validTo", Codecs.SECONDS, FileSeal::validTo);
  private static final Field<FileSeal, Instant> IN_FORCE_FROM =
      required("inForceFrom", Codecs.SECONDS, FileSeal::inForceFrom);
  private static final Field<FileSeal, Jws> OWNERSHIP =
      required("ownership", Terms.JWS, FileSeal::ownership);
  private static final Field<FileSeal, List<PastSealEvent>> PAST =
      required("past", ListCodec.list(PastSealEvent.CODEC, 0, 16), FileSeal::past);

  /** The JSON form. */
  public static final ObjectCodec<FileSeal> CODEC =
      ObjectCodec.of(
          members ->
              new FileSeal(
                  members.get(SEAL),
                  members.get(OWNER),
                  members.get(KIND),
                  members.get(STRUCTURE),
                  members.get(CERTIFICATES),
                  members.get(VALID_FROM),
                  members.get(VALID_TO),
                  members.get(IN_FORCE_FROM),
                  members.get(OWNERSHIP),
                  members.get(PAST)),
          SEAL,
          OWNER,
          KIND,
          STRUCTURE,
          CERTIFICATES,
          VALID_FROM,
          VALID_TO,
          IN_FORCE_FROM,
          OWNERSHIP,
          PAST);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public FileSeal {
    certificates = List.copyOf(certificates);
    past = List.copyOf(past);
    if (!validTo.isAfter(validFrom)) {
      throw new IllegalArgumentException("a seal's validity ends after it begins");
    }
  }

  @Override
  public Operation operation() {
    return Operation.FILE_SEAL;
  }
}
