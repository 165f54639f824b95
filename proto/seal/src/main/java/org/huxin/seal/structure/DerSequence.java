// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.BERTags;
import org.huxin.crypto.bytes.Bytes;

/** Takes the parts of one SEQUENCE in their order, each of the type and size that is due. */
final class DerSequence {
  private final ASN1Sequence sequence;
  private final String place;
  private int next;

  private DerSequence(ASN1Sequence sequence, String place) {
    this.sequence = sequence;
    this.place = place;
  }

  /** The outermost SEQUENCE: exactly one value in DER. */
  static DerSequence ofEncoding(Bytes encoding, int limit, String place) {
    if (encoding.length() > limit) {
      throw StructureRefusedException.tooLarge(place, limit);
    }
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(encoding.toByteArray());
      if (value == null || !Bytes.of(value.getEncoded("DER")).equals(encoding)) {
        throw notDer();
      }
      return of(value, place);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw notDer();
    } catch (StackOverflowError e) { // nested deeper than any structure of the standards
      throw notDer();
    }
  }

  private static StructureRefusedException notDer() {
    return new StructureRefusedException(StructureRefusal.STRUCTURE_NOT_DER, Map.of());
  }

  private static DerSequence of(ASN1Primitive value, String place) {
    if (!(value instanceof ASN1Sequence found)) {
      throw StructureRefusedException.malformed(place);
    }
    return new DerSequence(found, place);
  }

  /** How many parts it has. */
  int size() {
    return sequence.size();
  }

  /** Whether a part is still to come. */
  boolean hasNext() {
    return next < sequence.size();
  }

  /** Nothing may be left over. */
  void end() {
    if (hasNext()) {
      throw StructureRefusedException.malformed(place + "/" + next);
    }
  }

  /** The DER of the whole SEQUENCE. */
  Bytes encoding() {
    return encoding(sequence);
  }

  /** The DER of the part that comes next; does not take it. */
  Bytes nextEncoding(String name) {
    return encoding(peek(name));
  }

  private static Bytes encoding(ASN1Primitive value) {
    try {
      return Bytes.of(value.getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("what was read has an encoding", e);
    }
  }

  private String at(String name) {
    return place + "/" + name;
  }

  private ASN1Primitive peek(String name) {
    if (!hasNext()) {
      throw StructureRefusedException.malformed(at(name));
    }
    return sequence.getObjectAt(next).toASN1Primitive();
  }

  private <T extends ASN1Primitive> T take(String name, Class<T> type) {
    ASN1Primitive value = peek(name);
    if (!type.isInstance(value)) {
      throw StructureRefusedException.malformed(at(name));
    }
    next++;
    return type.cast(value);
  }

  /** Whether the part that comes next is of a type. */
  boolean nextIs(Class<? extends ASN1Primitive> type) {
    return hasNext() && type.isInstance(sequence.getObjectAt(next).toASN1Primitive());
  }

  DerSequence sequence(String name) {
    return new DerSequence(take(name, ASN1Sequence.class), at(name));
  }

  int integer(String name, int min, int max) {
    BigInteger value = take(name, ASN1Integer.class).getValue();
    if (value.bitLength() > 31 || value.intValue() < min || value.intValue() > max) {
      throw StructureRefusedException.malformed(at(name));
    }
    return value.intValue();
  }

  String ia5(String name, int limit) {
    return text(name, take(name, ASN1IA5String.class).getString(), limit);
  }

  String utf8(String name, int limit) {
    ASN1UTF8String value = take(name, ASN1UTF8String.class);
    try {
      return text(name, value.getString(), limit);
    } catch (IllegalArgumentException e) { // not well-formed UTF-8
      throw StructureRefusedException.malformed(at(name));
    }
  }

  String printable(String name, int limit) {
    return text(name, take(name, ASN1PrintableString.class).getString(), limit);
  }

  private String text(String name, String value, int limit) {
    if (value.length() > limit) {
      throw StructureRefusedException.tooLarge(at(name), limit);
    }
    return value;
  }

  String oid(String name) {
    return take(name, ASN1ObjectIdentifier.class).getId();
  }

  Bytes octets(String name, int limit) {
    return bytes(name, take(name, ASN1OctetString.class).getOctets(), limit);
  }

  /** A BIT STRING of whole bytes. */
  Bytes bits(String name, int limit) {
    return bits(take(name, ASN1BitString.class), name, limit);
  }

  private Bytes bits(ASN1BitString value, String name, int limit) {
    if (value.getPadBits() != 0) {
      throw StructureRefusedException.malformed(at(name));
    }
    return bytes(name, value.getBytes(), limit);
  }

  private Bytes bytes(String name, byte[] value, int limit) {
    if (value.length > limit) {
      throw StructureRefusedException.tooLarge(at(name), limit);
    }
    return Bytes.of(value);
  }

  /** An optional BOOLEAN, false by default. */
  boolean flag(String name) {
    return nextIs(ASN1Boolean.class) && take(name, ASN1Boolean.class).isTrue();
  }

  /** UTCTime, as v1 writes dates. */
  Instant utcTime(String name) {
    // The library's own accessor rewrites the zone: the text as it stands is behind tag and length.
    Bytes encoding = encoding(take(name, ASN1UTCTime.class));
    String text = new String(encoding.slice(2, encoding.length()).toByteArray(), US_ASCII);
    return SealTime.utcTime(text).orElseThrow(() -> StructureRefusedException.malformed(at(name)));
  }

  /** GeneralizedTime in whole seconds and UTC. */
  Instant generalizedTime(String name) {
    String text = take(name, ASN1GeneralizedTime.class).getTimeString();
    return SealTime.generalizedTime(text)
        .orElseThrow(() -> StructureRefusedException.malformed(at(name)));
  }

  /** An optional part [0] EXPLICIT BIT STRING. */
  Optional<Bytes> optionalTaggedBits(String name, int limit) {
    Optional<ASN1Primitive> found = optionalTagged(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!(found.get() instanceof ASN1BitString value)) {
      throw StructureRefusedException.malformed(at(name));
    }
    return Optional.of(bits(value, name, limit));
  }

  /** An optional part [0] EXPLICIT SEQUENCE. */
  Optional<DerSequence> optionalTaggedSequence(String name) {
    return optionalTagged(name).map(value -> of(value, at(name)));
  }

  private Optional<ASN1Primitive> optionalTagged(String name) {
    if (!hasNext()) {
      return Optional.empty();
    }
    ASN1TaggedObject tagged = take(name, ASN1TaggedObject.class);
    if (!tagged.hasTag(BERTags.CONTEXT_SPECIFIC, 0) || !tagged.isExplicit()) {
      throw StructureRefusedException.malformed(at(name));
    }
    return Optional.of(tagged.getExplicitBaseObject().toASN1Primitive());
  }

  /** All that is left, each part read by the reader; at most {@code limit}. */
  <T> List<T> rest(int limit, Function<DerSequence, T> reader) {
    if (sequence.size() - next > limit) {
      throw StructureRefusedException.tooLarge(place, limit);
    }
    List<T> all = new ArrayList<>();
    while (hasNext()) {
      all.add(reader.apply(this));
    }
    return all;
  }
}
