// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.events.EventSource;
import org.huxin.sdk.events.EventStream;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.Pause;
import org.huxin.sdk.profile.PrivateKeyPem;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.profile.ProfileSigner;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;

/**
 * The ledger through the gateways of a profile's peers. If one does not answer, the next one is
 * asked, and stays the first to be asked.
 *
 * <p>A submit whose answer is lost may have been ordered all the same. Then the transaction is
 * asked for by its id, and the very same envelope is sent again, until it is known what became of
 * it; a new transaction is made only once the old one is known to be invalid.
 */
public final class GatewayLedger implements LedgerClient, EventSource {
  private final Profile profile;
  private final PeerConnections peers;
  private final SubmitRules rules;
  private final IdentitySigner signer;
  private final Waiting waiting;

  private GatewayLedger(
      Profile profile,
      IdentitySigner signer,
      SubmitRules rules,
      RandomGenerator random,
      Pause pause) {
    this.profile = profile;
    this.peers = new PeerConnections(profile, signer);
    this.rules = rules;
    this.signer = signer;
    this.waiting = new Waiting(rules.backoff(), random, pause);
  }

  /**
   * A client with the private key of the profile. Nothing is called yet.
   *
   * @throws org.huxin.sdk.profile.ProfileRefusedException if there is none, or it is another's
   */
  public static GatewayLedger of(Profile profile) {
    Optional<ECPrivateKey> p384 = profile.identity().privateKey().flatMap(PrivateKeyPem::p384);
    if (p384.isEmpty()) {
      return of(profile, ProfileSigner.of(profile, new SecureRandom()));
    }
    return new GatewayLedger(
        profile,
        IdentitySigner.of(ProfileSigner.checked(profile, p384.get())),
        SubmitRules.DEFAULT,
        new SecureRandom(),
        Pause.SLEEP);
  }

  /**
   * A client whose identity's key somebody else holds. Nothing is called yet.
   *
   * @throws org.huxin.sdk.profile.ProfileRefusedException if it is another key than the
   *     certificate's
   */
  public static GatewayLedger of(Profile profile, Signer signer) {
    return of(profile, signer, SubmitRules.DEFAULT, new SecureRandom(), Pause.SLEEP);
  }

  /**
   * A client with rules of its own.
   *
   * @param random for the length of pauses alone
   * @throws org.huxin.sdk.profile.ProfileRefusedException if it is another key than the
   *     certificate's
   */
  public static GatewayLedger of(
      Profile profile, Signer signer, SubmitRules rules, RandomGenerator random, Pause pause) {
    return new GatewayLedger(
        profile, IdentitySigner.of(ProfileSigner.checked(profile, signer)), rules, random, pause);
  }

  @Override
  public Bytes evaluate(String name, List<String> arguments) {
    return asking(
        "no peer answers " + name, peer -> Bytes.of(proposal(peer, name, arguments).evaluate()));
  }

  @Override
  public Committed submit(String name, List<String> arguments) {
    for (int transactions = 1; ; transactions++) {
      Submission submission = endorse(name, arguments);
      Optional<Committed> committed = submission.commit(transactions == rules.mostTransactions());
      if (committed.isPresent()) {
        return committed.get();
      }
      pauseBeforeNext(name, transactions);
    }
  }

  /**
   * The contract's events as the peer delivers them that answered last. After a stream has ended by
   * a failure the next one is another peer's.
   */
  @Override
  public EventStream open(long block) {
    return new GatewayEventStream(peers, profile, block);
  }

  private Submission endorse(String name, List<String> arguments) {
    for (int rounds = 1; ; rounds++) {
      try {
        return asking(
            "no peer has " + name + " endorsed",
            peer ->
                new Submission(
                    peers, profile, signer, proposal(peer, name, arguments).endorse(), waiting));
      } catch (LedgerUnavailableException e) {
        boolean lagging =
            e.getCause() instanceof GatewayException failure
                && ChaincodeAnswer.isDisagreement(failure);
        if (!lagging || rounds == rules.mostTransactions()) {
          throw e;
        }
        pauseBeforeNext(name, rounds);
      }
    }
  }

  private Proposal proposal(PeerConnection peer, String name, List<String> arguments) {
    return peer.network()
        .getContract(profile.chaincode())
        .newProposal(name)
        .addArguments(arguments.toArray(String[]::new))
        .build();
  }

  /** Nothing of the statement is under way meanwhile. */
  private void pauseBeforeNext(String name, int failures) {
    try {
      waiting.after(failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerUnavailableException("interrupted before " + name + " was tried again", e);
    }
  }

  private <T> T asking(String failed, Question<T> question) {
    GatewayException last = null;
    for (int i = 0; i < peers.size(); i++) {
      PeerConnection peer = peers.current();
      try {
        return question.ask(peer);
      } catch (GatewayException e) {
        Optional<LedgerRefusedException> refusal = ChaincodeAnswer.refusal(e);
        if (refusal.isPresent()) {
          throw refusal.get();
        }
        peers.passOver(peer);
        last = e;
      }
    }
    if (last == null) {
      throw new IllegalStateException("a profile has a peer");
    }
    throw new LedgerUnavailableException(failed + ": " + last.getStatus().getCode(), last);
  }

  @Override
  public void close() {
    peers.close();
  }

  /** Something that any peer can answer. */
  private interface Question<T> {
    T ask(PeerConnection peer) throws GatewayException;
  }
}
