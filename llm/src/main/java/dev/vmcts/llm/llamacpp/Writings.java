package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel.Token;
import dev.vmcts.text.grammar.Grammar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Begins the texts that a loaded model is asked for, and has what they share. For one thread. */
final class Writings {

  /** About 200 bytes each. */
  private static final int MOST_BRANCHES = 500_000;

  /** Some megabytes each. */
  private static final int MOST_GRAMMARS = 4;

  private final int contextLength;
  private final Vocabulary vocabulary;
  private final List<String> ownWords;
  private final TokenSampler sampler = new TokenSampler();
  private final Scopes scopes = new Scopes(MOST_BRANCHES);
  private final Map<String, StopRule> rules = new HashMap<>();
  private final Map<String, Grammar> grammars = new HashMap<>();

  /** For a model that was loaded as a message said. */
  Writings(Vocabulary vocabulary, Message.Start start) {
    this.contextLength = start.context();
    this.vocabulary = vocabulary;
    this.ownWords = start.words().isEmpty() ? List.of() : List.of(start.words().split(" "));
  }

  /**
   * A text that waits for its turn.
   *
   * @param listener hears of each token as it is drawn
   * @throws PromptTooLongException if the prompt leaves no room for a token
   * @throws IllegalArgumentException if there is no such stop rule
   */
  Writing open(Message.Sample request, Consumer<Token> listener) throws ModelException {
    StopRule rule = rules.computeIfAbsent(request.stopRule(), StopRule::named);
    int[] prompt = vocabulary.tokens(request.prompt());
    if (prompt.length >= contextLength) {
      throw new PromptTooLongException(prompt.length, contextLength);
    }
    int most = Math.min(request.sampling().maxTokens(), contextLength - prompt.length);
    return new SampledWriting(this, request, prompt, most, rule, listener);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  TokenSampler sampler() {
    return sampler;
  }

  /** What was proposed in the request's scope, ready for its text. */
  Proposed proposed(Sampling sampling) {
    return scopes.begin(sampling.scope(), sampling.knownWords());
  }

  /**
   * What a text, which grows, is held to; null where that is nothing.
   *
   * @throws ModelException if its grammar is none, or does not fit how the text has begun
   */
  @Nullable
  GrammarLaw law(Message.Sample request, StringBuilder text, StopRule rule) throws ModelException {
    StepGrammar step = request.sampling().grammar();
    if (step == null) {
      return null;
    }
    if (grammars.size() == MOST_GRAMMARS && !grammars.containsKey(step.rules())) {
      grammars.clear();
    }
    try {
      Grammar grammar = grammars.computeIfAbsent(step.rules(), Grammar::of);
      return new GrammarLaw(vocabulary, grammar, step, rule, text);
    } catch (IllegalArgumentException e) {
      throw new ModelException("no grammar: " + e.getMessage(), e);
    }
  }

  /** Which tokens a text, which grows, may go on with. */
  IntPredicate allowed(
      Message.Sample request, StringBuilder text, Proposed proposed, StopRule rule) {
    Sampling sampling = request.sampling();
    IntPredicate isNew = sampling.scope().isEmpty() || sampling.temperature() == 0
        ? token -> true
        : token -> !proposed.has(text + vocabulary.latin(token), text.length(), rule);
    if (!sampling.knownWords()) {
      return isNew;
    }
    KnownWords known =
        new KnownWords(request.prompt().text(), ownWords.isEmpty() ? vocabulary.words() : ownWords);
    IntPredicate isKnown = token -> vocabulary.endsText(token)
        ? known.allowsEnd(text)
        : known.allows(text, vocabulary.latin(token));
    return isKnown.and(isNew);
  }
}
