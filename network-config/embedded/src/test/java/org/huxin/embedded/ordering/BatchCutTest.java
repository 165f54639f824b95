// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ordering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.ledger.MemoryBlockStore;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.validation.Judgement;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** When a block is cut: whichever of count, bytes and time comes first. */
class BatchCutTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final OrganisationKeys keys =
      OrganisationKeysGenerator.generate("OrdosMSP", "ordos.example", 1, Instant.now(), RANDOM);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final int MANY = 1_000;
  private static final int LARGE = 1 << 20;
  private static final int SIZE = 100;
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
  private final Ledger ledger =
      new Ledger(
          "licence", new MemoryBlockStore(), (block, state, onLedger) -> valid(block, state));

  private static Judgement valid(Block block, CommittedState state) {
    return new Judgement(
        Collections.nCopies(block.getData().getDataCount(), TxValidationCode.VALID),
        new StateUpdates(state),
        Optional.empty());
  }

  private OrderingService orderer(BatchRule rule) {
    ledger.commit(Block.newBuilder().setMetadata(BlockMetadata.getDefaultInstance()).build());
    ledger.addListener(
        () -> sizes.add(ledger.block(ledger.height() - 1).block().getData().getDataCount()));
    return new OrderingService(
        List.of(new Consenter(1, "OrdosMSP", "127.0.0.1:1", keys.orderer())),
        ledger,
        new Everybody(),
        rule,
        false,
        RANDOM);
  }

  private static void broadcast(OrderingService orderer, int count) {
    for (int i = 0; i < count; i++) {
      byte[] signature = new byte[SIZE];
      RANDOM.nextBytes(signature);
      Envelope envelope =
          Envelope.newBuilder().setSignature(ByteString.copyFrom(signature)).build();
      assertEquals(Status.SUCCESS, orderer.broadcast(envelope).status());
    }
  }

  private List<Integer> next(int blocks) throws InterruptedException {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      found.add(Objects.requireNonNull(sizes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no block"));
    }
    return found;
  }

  @Test
  void cutsByCount() throws Exception {
    try (OrderingService orderer = orderer(new BatchRule(3, LARGE, NEVER))) {
      broadcast(orderer, 6);
      assertEquals(List.of(3, 3), next(2));
    }
  }

  @Test
  void cutsByBytes() throws Exception {
    try (OrderingService orderer = orderer(new BatchRule(MANY, 2 * SIZE, NEVER))) {
      broadcast(orderer, 4);
      assertEquals(List.of(2, 2), next(2));
    }
  }

  @Test
  void cutsByTime() throws Exception {
    try (OrderingService orderer = orderer(new BatchRule(MANY, LARGE, Duration.ofMillis(20)))) {
      broadcast(orderer, 1);
      assertEquals(List.of(1), next(1));
    }
  }

  @Test
  void cutsAtOnceWhenIdle() throws Exception {
    try (OrderingService orderer = orderer(BatchRule.AT_ONCE)) {
      broadcast(orderer, 1);
      assertEquals(List.of(1), next(1));
    }
  }

  private static final class Everybody implements AccessControl {
    @Override
    public boolean isExpired(ByteString identity) {
      return false;
    }

    @Override
    public void checkCreator(SignedData proposal) {
      // Everybody may do everything.
    }

    @Override
    public void checkPolicy(String policy, SignedData signed) {
      // Everybody may do everything.
    }
  }
}
