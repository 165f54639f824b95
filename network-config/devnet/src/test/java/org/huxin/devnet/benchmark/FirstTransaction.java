// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.StringReader;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * A process that starts a network, commits one transaction, says so and ends. Its client signs with
 * this project's signer: the client library's own loads all of Bouncy Castle's provider first.
 */
public final class FirstTransaction {
  /** What it says once the transaction is committed. */
  static final String DONE = "committed";

  private FirstTransaction() {}

  /** The arguments are the MSP ids of the organisations. */
  public static void main(String[] mspIds) throws Exception {
    try (EmbeddedNetwork network =
        EmbeddedNetwork.builder()
            .organisations(mspIds)
            .chaincode("licence", RecordedChaincode::new)
            .start()) {
      Credential client = network.organisation(mspIds[0]).client();
      ManagedChannel channel =
          Grpc.newChannelBuilder(
                  network.organisation(mspIds[0]).endpoint(), InsecureChannelCredentials.create())
              .build();
      try (Gateway gateway =
          Gateway.newInstance()
              .identity(
                  new X509Identity(
                      mspIds[0],
                      Identities.readX509Certificate(new StringReader(client.certificatePem()))))
              .signer(message -> client.keyPair().sign(Bytes.of(message)).toByteArray())
              .hash(Hash.NONE) // the signer hashes
              .connection(channel)
              .connect()) {
        gateway
            .getNetwork(network.channelId())
            .getContract("licence")
            .submitTransaction("put", "a", "1");
        System.out.println(DONE);
      } finally {
        channel.shutdownNow();
      }
    }
  }
}
