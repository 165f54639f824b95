// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * The answer: every aspect by itself, as of a legal time, as known at a time
 * (proto/spec/verdict.md). Immutable.
 *
 * @param asOf the legal time that was asked about
 * @param knownAt by when the ledger must have recorded what counts; empty for all that it has
 * @param judgements one for each aspect, in the order of {@link Aspect}; unmodifiable
 */
public record Verdict(Instant asOf, Optional<Instant> knownAt, List<Judgement> judgements) {
  private static final Field<Verdict, Instant> AS_OF =
      required("asOf", Codecs.SECONDS, Verdict::asOf);
  private static final Field<Verdict, Optional<Instant>> KNOWN_AT =
      optional("knownAt", Codecs.SECONDS, Verdict::knownAt);
  private static final Field<Verdict, List<Judgement>> ASPECTS =
      required(
          "aspects",
          ListCodec.list(Judgement.CODEC, Aspect.values().length, Aspect.values().length),
          Verdict::judgements);
  private static final Field<Verdict, Validity> RESULT =
      required("result", Codecs.enumeration(Validity.class), Verdict::result);
  private static final Field<Verdict, Answer> GENUINE =
      required("genuine", Codecs.enumeration(Answer.class), Verdict::genuine);
  private static final Field<Verdict, Answer> IN_FORCE =
      required("inForce", Codecs.enumeration(Answer.class), Verdict::inForce);
  private static final Field<Verdict, Answer> USABLE_HERE =
      required("usableHere", Codecs.enumeration(Answer.class), Verdict::usableHere);
  private static final Field<Verdict, Integer> RESULT_CODE =
      required("resultCode", Codecs.count(0, 7), verdict -> verdict.resultCode().number());

  /** The JSON form. What follows from the aspects is written too, and checked when read. */
  public static final ObjectCodec<Verdict> CODEC =
      ObjectCodec.of(
          Verdict::read,
          AS_OF,
          KNOWN_AT,
          ASPECTS,
          RESULT,
          GENUINE,
          IN_FORCE,
          USABLE_HERE,
          RESULT_CODE);

  /**
   * A verdict.
   *
   * @throws IllegalArgumentException if there is not exactly one judgement for each aspect, in
   *     order
   */
  public Verdict {
    judgements = List.copyOf(judgements);
    Aspect[] aspects = Aspect.values();
    if (judgements.size() != aspects.length) {
      throw new IllegalArgumentException("one judgement for each aspect");
    }
    for (int i = 0; i < aspects.length; i++) {
      if (judgements.get(i).aspect() != aspects[i]) {
        throw new IllegalArgumentException("the judgements in the order of the aspects");
      }
    }
  }

  /** A verdict of the given judgements; aspects without one were not asked. */
  public static Verdict of(
      Instant asOf, Optional<Instant> knownAt, Map<Aspect, Judgement> judgements) {
    Map<Aspect, Judgement> all = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      all.put(aspect, judgements.getOrDefault(aspect, Judgement.notAsked(aspect)));
    }
    return new Verdict(asOf, knownAt, List.copyOf(all.values()));
  }

  private static Verdict read(ObjectCodec.Members<Verdict> members) {
    Verdict verdict = new Verdict(members.get(AS_OF), members.get(KNOWN_AT), members.get(ASPECTS));
    boolean follows =
        members.get(RESULT) == verdict.result()
            && members.get(GENUINE) == verdict.genuine()
            && members.get(IN_FORCE) == verdict.inForce()
            && members.get(USABLE_HERE) == verdict.usableHere()
            && members.get(RESULT_CODE) == verdict.resultCode().number();
    if (!follows) {
      throw new IllegalArgumentException("the summaries follow from the aspects");
    }
    return verdict;
  }

  /** What became of an aspect. */
  public Judgement of(Aspect aspect) {
    return judgements.stream()
        .filter(judgement -> judgement.aspect() == aspect)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("one judgement for each aspect"));
  }

  /** Whether the document is what its issuer made. */
  public Answer genuine() {
    return summary(Aspect.DOCUMENT, Aspect.ANCHOR, Aspect.ISSUER, Aspect.SEAL);
  }

  /** Whether the licence is in force. */
  public Answer inForce() {
    return summary(Aspect.STATUS);
  }

  /** Whether it may be used here and for this. */
  public Answer usableHere() {
    return summary(Aspect.RECOGNITION, Aspect.AUTHORIZATION);
  }

  /** The whole in a word: INVALID if any aspect failed, VALID if all that was asked is OK. */
  public Validity result() {
    Answer answer = summary(Aspect.values());
    if (answer == Answer.NO) {
      return Validity.INVALID;
    }
    return answer == Answer.YES ? Validity.VALID : Validity.INDETERMINATE;
  }

  /** The result code of GB/T 36906 that says the same. */
  public ShareServiceResult resultCode() {
    return ShareServiceResult.of(this);
  }

  /**
   * Joins the caller's half and the ledger's half.
   *
   * @throws IllegalArgumentException if the halves were asked as of, or as known at, different
   *     times
   */
  public Verdict join(Verdict other) {
    if (!asOf.equals(other.asOf) || !knownAt.equals(other.knownAt)) {
      throw new IllegalArgumentException("two halves of one question");
    }
    List<Judgement> joined = new java.util.ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      joined.add(of(aspect).join(other.of(aspect)));
    }
    return new Verdict(asOf, knownAt, joined);
  }

  /** SHA-256 of the canonical JSON form: what a usage and a receipt name. */
  public Digest digest() {
    return DigestAlgorithm.SHA_256.digest(CODEC.toBytes(this));
  }

  /**
   * What a usage of several licences names: for one verdict its digest, for several
   * H("huxin/verdicts/1", digest, …) with SHA-256, in the order of the licences.
   *
   * @throws IllegalArgumentException if there is no verdict
   */
  public static Digest digestOf(List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException("at least one verdict");
    }
    if (verdicts.size() == 1) {
      return verdicts.get(0).digest();
    }
    TupleHash hash = TupleHash.begin(DigestAlgorithm.SHA_256, "huxin/verdicts/1");
    verdicts.forEach(each -> hash.add(each.digest().toString()));
    return hash.finish();
  }

  private Answer summary(Aspect... aspects) {
    return Answer.of(java.util.Arrays.stream(aspects).map(aspect -> of(aspect).outcome()).toList());
  }
}
