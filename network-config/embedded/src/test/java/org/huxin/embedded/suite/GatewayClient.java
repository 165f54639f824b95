// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.pki.Credential;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** An unmodified Fabric Gateway client, connected to one organisation of a network. */
public final class GatewayClient implements AutoCloseable {
  private final ManagedChannel channel;
  private final Gateway gateway;
  private final String channelId;

  /** A member's own client, connected to the member. */
  public GatewayClient(EmbeddedNetwork network, String mspId) {
    this(network, mspId, mspId, network.organisation(mspId).client());
  }

  /** Somebody, connected to a member. */
  public GatewayClient(EmbeddedNetwork network, String connectTo, String mspId, Credential client) {
    this(network, connectTo, mspId, client, InsecureChannelCredentials.create());
  }

  /** Somebody, connected to a member, with or without TLS. */
  public GatewayClient(
      EmbeddedNetwork network,
      String connectTo,
      String mspId,
      Credential client,
      ChannelCredentials credentials) {
    this(
        network.channelId(),
        new NetworkMember(
            network.organisation(connectTo).keys(),
            network.organisation(connectTo).endpoint(),
            credentials),
        mspId,
        client);
  }

  /** A member's own client, connected to the member. */
  public GatewayClient(String channelId, NetworkMember member) {
    this(channelId, member, member.mspId(), member.keys().client());
  }

  /**
   * Somebody, connected to a member.
   *
   * @param mspId the MSP that the client says it belongs to
   */
  public GatewayClient(String channelId, NetworkMember connectTo, String mspId, Credential client) {
    this.channelId = channelId;
    channel = Grpc.newChannelBuilder(connectTo.endpoint(), connectTo.credentials()).build();
    try {
      gateway =
          Gateway.newInstance()
              .identity(
                  new X509Identity(
                      mspId,
                      Identities.readX509Certificate(new StringReader(client.certificatePem()))))
              .signer(Signers.newPrivateKeySigner(client.keyPair().toPrivateKey()))
              .hash(Hash.SHA256)
              .connection(channel)
              .connect();
    } catch (CertificateException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The channel. */
  public Network network() {
    return gateway.getNetwork(channelId);
  }

  /** A chaincode of the channel. */
  public Contract contract(String chaincode) {
    return network().getContract(chaincode);
  }

  /** The gateway. */
  public Gateway gateway() {
    return gateway;
  }

  @Override
  public void close() {
    gateway.close();
    channel.shutdownNow();
    try {
      channel.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
