// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;

/** Reads one policy text. For one thread; of no use afterwards. */
final class PolicyTextReader {
  private static final Pattern PRINCIPAL =
      Pattern.compile("([a-zA-Z0-9.-]+)\\.(admin|member|client|peer|orderer)");

  /** Every spelling that Fabric reads. */
  private static final Map<String, Gate> GATES =
      Map.of(
          "And", Gate.AND,
          "and", Gate.AND,
          "AND", Gate.AND,
          "Or", Gate.OR,
          "or", Gate.OR,
          "OR", Gate.OR,
          "OutOf", Gate.OUT_OF,
          "outof", Gate.OUT_OF,
          "OUTOF", Gate.OUT_OF);

  private enum Gate {
    AND,
    OR,
    OUT_OF
  }

  /** What stands between the parentheses of a gate: a gate of its own, or a principal. */
  private record Argument(Optional<SignaturePolicy> gate, Optional<MSPPrincipal> principal) {}

  private final String text;
  private final List<MSPPrincipal> principals = new ArrayList<>();
  private int at;

  PolicyTextReader(String text) {
    this.text = text;
  }

  /** The principals, in the order in which rules refer to them; complete after {@link #read}. */
  List<MSPPrincipal> principals() {
    return principals;
  }

  SignaturePolicy read() {
    SignaturePolicy rule = gate(1);
    skipSpace();
    if (at < text.length()) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_SYNTAX);
    }
    return rule;
  }

  private SignaturePolicy gate(int depth) {
    if (depth > SignaturePolicyText.MAX_DEPTH) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_TOO_DEEP);
    }
    skipSpace();
    int begin = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    Gate gate = GATES.get(text.substring(begin, at));
    if (gate == null) {
      at = begin;
      throw refused(PolicyTextRefusal.POLICY_TEXT_SYNTAX);
    }
    require('(');
    int count = gate == Gate.OUT_OF ? count() : 1;
    List<Argument> arguments = arguments(gate, depth);
    int needed = gate == Gate.AND ? arguments.size() : count;
    if (needed > arguments.size() + 1) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_COUNT);
    }
    return policy(needed, arguments);
  }

  private List<Argument> arguments(Gate gate, int depth) {
    List<Argument> arguments = new ArrayList<>();
    if (gate != Gate.OUT_OF) {
      skipSpace();
      if (at < text.length() && text.charAt(at) == ')') {
        throw refused(PolicyTextRefusal.POLICY_TEXT_COUNT);
      }
      arguments.add(argument(depth));
    }
    while (next() == ',') {
      arguments.add(argument(depth));
    }
    if (arguments.isEmpty()) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_COUNT);
    }
    return arguments;
  }

  /**
   * Principals are numbered as Fabric numbers them: those of gates within a gate before its own.
   * One that is named twice has two numbers.
   */
  private SignaturePolicy policy(int needed, List<Argument> arguments) {
    SignaturePolicy.NOutOf.Builder rules = SignaturePolicy.NOutOf.newBuilder().setN(needed);
    for (Argument argument : arguments) {
      rules.addRules(
          argument.gate.orElseGet(
              () -> SignaturePolicy.newBuilder().setSignedBy(principals.size()).build()));
      argument.principal.ifPresent(principals::add);
    }
    return SignaturePolicy.newBuilder().setNOutOf(rules).build();
  }

  private Argument argument(int depth) {
    skipSpace();
    if (at < text.length() && isQuote(text.charAt(at))) {
      return new Argument(Optional.empty(), Optional.of(principal()));
    }
    return new Argument(Optional.of(gate(depth + 1)), Optional.empty());
  }

  private MSPPrincipal principal() {
    int begin = at;
    String quoted = quoted();
    Matcher matcher = PRINCIPAL.matcher(quoted);
    if (!matcher.matches()) {
      at = begin;
      throw refused(PolicyTextRefusal.POLICY_TEXT_PRINCIPAL);
    }
    return MSPPrincipal.newBuilder()
        .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
        .setPrincipal(
            MSPRole.newBuilder()
                .setMspIdentifier(matcher.group(1))
                .setRole(MSPRoleType.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)))
                .build()
                .toByteString())
        .build();
  }

  private String quoted() {
    char quote = text.charAt(at);
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_SYNTAX);
    }
    String quoted = text.substring(at + 1, end);
    at = end + 1;
    return quoted;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }

  /** How many are needed: digits, which may stand in quotes. */
  private int count() {
    skipSpace();
    int begin = at;
    String digits;
    if (at < text.length() && isQuote(text.charAt(at))) {
      digits = quoted();
    } else {
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      digits = text.substring(begin, at);
    }
    if (!digits.matches("[0-9]{1,5}")) {
      at = begin;
      throw refused(PolicyTextRefusal.POLICY_TEXT_SYNTAX);
    }
    return Integer.parseInt(digits);
  }

  /** The comma or closing parenthesis after an argument. */
  private char next() {
    skipSpace();
    if (at >= text.length() || (text.charAt(at) != ',' && text.charAt(at) != ')')) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_SYNTAX);
    }
    return text.charAt(at++);
  }

  private void require(char expected) {
    skipSpace();
    if (at >= text.length() || text.charAt(at) != expected) {
      throw refused(PolicyTextRefusal.POLICY_TEXT_SYNTAX);
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private PolicyTextRefusedException refused(PolicyTextRefusal code) {
    return new PolicyTextRefusedException(code, "at", at);
  }
}
