// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.connection;

import org.huxin.embedded.pki.OrganisationKeys;

/**
 * A peer to which clients connect.
 *
 * @param keys of its organisation
 * @param endpoint {@code host:port}
 */
public record ConnectionPeer(OrganisationKeys keys, String endpoint) {}
