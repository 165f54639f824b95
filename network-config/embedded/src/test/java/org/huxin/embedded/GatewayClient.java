// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import org.huxin.embedded.pki.Credential;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** An unmodified Fabric Gateway client, connected to one organisation of an embedded network. */
final class GatewayClient implements AutoCloseable {
  private final ManagedChannel channel;
  private final Gateway gateway;
  private final String channelId;

  GatewayClient(EmbeddedNetwork network, String mspId) {
    this(network, mspId, mspId, network.organisation(mspId).client());
  }

  GatewayClient(EmbeddedNetwork network, String connectTo, String mspId, Credential client) {
    this(network, connectTo, mspId, client, InsecureChannelCredentials.create());
  }

  GatewayClient(
      EmbeddedNetwork network,
      String connectTo,
      String mspId,
      Credential client,
      ChannelCredentials credentials) {
    channelId = network.channelId();
    channel =
        Grpc.newChannelBuilder(network.organisation(connectTo).endpoint(), credentials).build();
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

  Network network() {
    return gateway.getNetwork(channelId);
  }

  Contract contract(String chaincode) {
    return network().getContract(chaincode);
  }

  Gateway gateway() {
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
