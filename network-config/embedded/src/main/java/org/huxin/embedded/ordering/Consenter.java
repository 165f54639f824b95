// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ordering;

import org.huxin.embedded.pki.Credential;

/**
 * One of the orderers that sign blocks.
 *
 * @param id its number in the channel's configuration
 * @param mspId its organisation
 * @param address where clients would reach it, {@code host:port}
 * @param credential its identity
 */
public record Consenter(int id, String mspId, String address, Credential credential) {}
