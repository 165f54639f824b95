// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

/**
 * Where a city's processes listen.
 *
 * @param peer clients, other peers
 * @param chaincode the chaincode process, called by the city's own peer alone
 * @param orderer clients, peers, other orderers
 * @param ordererAdmin the channel participation interface, for the city's own operators
 * @param node the validating node
 */
public record CityEndpoints(
    Endpoint peer, Endpoint chaincode, Endpoint orderer, Endpoint ordererAdmin, Endpoint node) {}
