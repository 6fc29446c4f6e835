package dev.vmcts.search;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A model that says what a function says; a token a proposal. Thread-safe where the function is. */
final class FakeModel implements LanguageModel {

  /** What is said to a prompt; nothing when there is nothing more to say. */
  interface Words {
    String next(String prompt, long seed) throws ModelException, InterruptedException;
  }

  private final Words words;
  private final List<Sampling> samplings = Collections.synchronizedList(new ArrayList<>());

  FakeModel(Words words) {
    this.words = words;
  }

  /** Words of the {@link FakeVerifier} at random. */
  static Words random(int count) {
    List<String> words = List.of("open.", "work.", "done.", "idle.", "no.", "slow.");
    return (prompt, seed) -> {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      return text.toString();
    };
  }

  /** How it was asked, in order. */
  List<Sampling> samplings() {
    return samplings;
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo("words", "", 100, "");
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException {
    samplings.add(sampling);
    String text = words.next(prompt.text(), seed);
    int cut = stop.cut(text);
    return text.isEmpty()
        ? new Proposal("", 0, 0, StopReason.EOS, 1, 0)
        : new Proposal(
            cut < 0 ? text : text.substring(0, cut),
            1,
            -1,
            StopReason.STOP,
            1,
            0,
            0,
            new Drafts(2, 1, 0.25));
  }

  @Override
  public void close() {}
}
