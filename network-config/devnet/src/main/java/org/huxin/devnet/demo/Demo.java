// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.ArrayList;
import java.util.List;

/** The demo: its chapters, told one after the other in one world. */
public final class Demo {
  private final List<Chapter> chapters;

  /** Of some chapters, in their order. */
  public Demo(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
  }

  /** The story of the four cities. */
  public static Demo fourCities() {
    return new Demo(
        List.of(
            new FoundingChapter(),
            new AgreementChapter(),
            new StockChapter(),
            new ConsentChapter(),
            new BundleChapter(),
            new SuspensionChapter(),
            new DisputeChapter(),
            new SealLeakChapter(),
            new CompetenceChapter(),
            new TransferChapter(),
            new AgentChapter(),
            new StatutoryChapter(),
            new PaperChapter(),
            new KioskChapter()));
  }

  /** Its chapters, in their order. */
  public List<Chapter> chapters() {
    return chapters;
  }

  /**
   * Tells it.
   *
   * @param world where nothing is founded yet
   */
  public Telling tell(World world, Listener listener) {
    List<StepResult> results = new ArrayList<>();
    for (Chapter chapter : chapters) {
      Narrator narrator = new Narrator(chapter, listener, world::block);
      narrator.tell(world);
      results.addAll(narrator.results());
    }
    return new Telling(results);
  }
}
