// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.huxin.core.checkpoint.PublishCheckpoint;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.log.AgreedCheckpoint;
import org.huxin.core.log.CosigningRule;
import org.huxin.core.log.ForkEvidence;
import org.huxin.core.log.LogRefusal;
import org.huxin.core.log.LogRefusedException;
import org.huxin.core.log.SampleCities;
import org.huxin.core.log.SignedCheckpoint;
import org.junit.jupiter.api.Test;

/** Four cities' nodes that show one another their checkpoints. */
final class CheckpointDeskTest {
  private static final long NEVER = Long.MAX_VALUE;

  private final SampleNode own = node(0).follow(20, NEVER);

  private static SampleNode node(int city) {
    return new SampleNode(SampleCities.CITIES.get(city));
  }

  private static List<CheckpointPeer> peers(SampleNode... nodes) {
    return Stream.of(nodes).<CheckpointPeer>map(each -> each.desk).toList();
  }

  private CheckpointDesk.Round round(SampleNode... others) {
    return own.desk.round(peers(others)).orElseThrow();
  }

  private static AgreedCheckpoint agree(SignedCheckpoint checkpoint) {
    return SampleNode.CITIES.trusted(3).agree(checkpoint, SampleNode.NOW);
  }

  @Test
  void nodesThatDerivedTheSameCosign() {
    CheckpointDesk.Round round =
        round(node(1).follow(20, NEVER), node(2).follow(25, NEVER), node(3).follow(20, NEVER));

    assertEquals(4, agree(round.checkpoint()).cosignatures().size());
    assertEquals(List.of(), round.forks());
    PublishCheckpoint publication = own.desk.publication(round.checkpoint());
    assertEquals(round.checkpoint().toBytes(), publication.note());
    assertEquals(18, publication.size());
  }

  @Test
  void aNodeThatIsNotThereYetDoesNotCosign() {
    CheckpointDesk.Round round = round(node(1).follow(19, NEVER), node(2).follow(20, NEVER));

    assertEquals(
        LogRefusal.TOO_FEW_COSIGNATURES,
        assertThrows(LogRefusedException.class, () -> agree(round.checkpoint())).code());
    assertEquals(List.of(), round.forks());
  }

  @Test
  void aForkedHistoryIsFoundByCheckpointsAlone() {
    CheckpointDesk.Round round =
        round(node(1).follow(20, NEVER), node(2).follow(20, 12), node(3).follow(20, NEVER));

    assertEquals(3, agree(round.checkpoint()).cosignatures().size());
    assertEquals(1, round.forks().size());
    ForkEvidence fork = round.forks().get(0);
    assertEquals(fork, ForkEvidence.verify(fork.one(), fork.other(), SampleNode.CITIES.trusted(3)));
    assertEquals(SampleCities.CITIES.get(2).text(), fork.evidence().get("other.city"));
  }

  @Test
  void whatAnotherSendsBackCountsOnlyAsFarAsItIsItsOwn() {
    SampleNode honest = node(1).follow(20, NEVER);
    CheckpointPeer liar =
        new CheckpointPeer() {
          @Override
          public DivisionCode city() {
            return SampleCities.CITIES.get(2);
          }

          @Override
          public CosigningRule.Decision cosign(SignedCheckpoint checkpoint) {
            DivisionCode fourth = SampleCities.CITIES.get(3);
            return new CosigningRule.Cosign(
                checkpoint.cosign(
                    SampleNode.CITIES.origin(fourth),
                    SampleNode.CITIES.signer(city()),
                    SampleNode.NOW));
          }
        };

    CheckpointDesk.Round round = own.desk.round(List.of(honest.desk, liar)).orElseThrow();

    assertEquals(3, round.checkpoint().note().signatures().size());
  }
}
