package dev.vmcts.llm.serve;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel;
import dev.vmcts.llm.TransientModelException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that writes "one two three four five" for any prompt, or fails as the prompt says. */
final class WordModel implements StreamingModel {

  private static final List<String> WORDS = List.of("one ", "two ", "three ", "four ", "five");

  final List<Sampling> samplings = new CopyOnWriteArrayList<>();
  final List<Long> seeds = new CopyOnWriteArrayList<>();
  final AtomicInteger tokens = new AtomicInteger();

  @Override
  public ModelInfo info() {
    return new ModelInfo("words.gguf", "", 99, "");
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Proposal> stream(
      Prompt asked, Sampling sampling, long seed, TokenListener listener)
      throws ModelException, InterruptedException {
    String prompt = asked.text();
    samplings.add(sampling);
    seeds.add(seed);
    switch (prompt) {
      case "long" -> throw new PromptTooLongException(120, 99);
      case "dead" -> throw new TransientModelException("the process ended");
      case "broken" -> throw new ModelException("the model computes no numbers");
      default -> {}
    }
    int most = Math.min(sampling.maxTokens(), prompt.equals("endless") ? 1_000_000 : WORDS.size());
    for (int i = 0; i < most; i++) {
      tokens.incrementAndGet();
      if (!listener.token(new Token(WORDS.get(i % WORDS.size()), -0.5 * (i + 1), 7, 4))) {
        return Optional.empty();
      }
      if (prompt.equals("endless")) {
        Thread.sleep(1);
      } else if (prompt.equals("dies") && i == 1) {
        throw new TransientModelException("the process ended");
      }
    }
    StopReason reason = most < WORDS.size() ? StopReason.LENGTH : StopReason.EOS;
    return Optional.of(new Proposal(
        String.join("", WORDS.subList(0, Math.min(5, most))), most, -1, reason, 7, 4));
  }

  @Override
  public void close() {}
}
