// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

/** Chaincode gave no answer at all. The message is Fabric's, since clients read it. */
public final class ChaincodeFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  ChaincodeFailedException(String message) {
    super(message);
  }
}
