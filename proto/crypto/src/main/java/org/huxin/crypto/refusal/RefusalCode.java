// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.refusal;

/**
 * One reason out of a boundary's closed list of reasons to refuse. Implemented by enums only, one
 * enum for each boundary; the constant's name is the stable code that callers and other languages
 * see.
 */
public interface RefusalCode {

  /** The stable code: upper-case letters, digits and underscores. */
  String name();
}
