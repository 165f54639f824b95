// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

/**
 * One consenter of a SmartBFT channel. Certificates are PEM.
 *
 * @param id from 1 to 65535, unique in the channel
 * @param mspId the MSP that its identity belongs to
 * @param cluster where the other consenters reach it
 * @param identity its enrolment certificate
 * @param clientTls its certificate as a TLS client
 * @param serverTls its certificate as a TLS server
 */
public record ConsenterDefinition(
    int id, String mspId, HostPort cluster, String identity, String clientTls, String serverTls) {
  private static final int HIGHEST_ID = 65_535;

  /**
   * A consenter.
   *
   * @throws IllegalArgumentException if the id is out of range
   */
  public ConsenterDefinition {
    if (id < 1 || id > HIGHEST_ID) {
      throw new IllegalArgumentException("a consenter's id lies between 1 and " + HIGHEST_ID);
    }
  }
}
