package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Writes proposals with a loaded model, one at a time. For one thread. */
final class Generator {

  /** About 200 bytes each. */
  private static final int MOST_BRANCHES = 500_000;

  private final LlamaContext context;
  private final int contextLength;
  private final Vocabulary vocabulary;
  private final List<String> ownWords;
  private final float[] logits;
  private final TokenSampler sampler = new TokenSampler();
  private final Scopes scopes = new Scopes(MOST_BRANCHES);
  private final Map<String, StopRule> rules = new HashMap<>();
  private final int[] drawn = new int[1];

  /** A generator for a model that was loaded as a message said. */
  Generator(LlamaContext context, Message.Start start) {
    this.context = context;
    this.contextLength = start.context();
    this.vocabulary = context.vocabulary();
    this.ownWords = start.words().isEmpty() ? List.of() : List.of(start.words().split(" "));
    this.logits = new float[context.vocabulary().size()];
  }

  /** Writes a proposal of which only the whole is told. */
  Proposal generate(Message.Sample request) throws ModelException {
    return generate(request, token -> {});
  }

  /**
   * Writes a proposal.
   *
   * @param listener hears of each token as it is sampled
   */
  Proposal generate(Message.Sample request, Consumer<Token> listener) throws ModelException {
    StopRule rule = rules.computeIfAbsent(request.stopRule(), StopRule::named);
    int[] prompt = vocabulary.tokens(request.prompt());
    if (prompt.length >= contextLength) {
      throw new PromptTooLongException(prompt.length, contextLength);
    }
    PrefixCache.Row row = context.cache().claim(prompt);
    int reused = row.length();
    context.compute(row, prompt, reused);
    Proposed proposed =
        scopes.begin(request.sampling().scope(), request.sampling().knownWords());
    sampler.begin(request.sampling(), request.seed(), proposed);
    TextJoiner joiner = new TextJoiner();
    IntPredicate allowed = allowed(request, joiner.text(), proposed, rule);
    int most = Math.min(request.sampling().maxTokens(), contextLength - prompt.length);
    int tokens = 0;
    double logProbability = 0;
    int nextLook = 0;
    int told = 0;
    while (true) {
      int token = draw(allowed);
      tokens++;
      logProbability += sampler.logProbability();
      boolean ended = vocabulary.endsText(token);
      if (!ended) {
        byte[] piece = vocabulary.bytes(token);
        joiner.add(piece, piece.length);
      }
      StringBuilder text = joiner.text();
      String added = text.substring(told);
      told = text.length();
      listener.accept(new Token(added, sampler.logProbability(), prompt.length, reused));
      boolean last = ended || tokens == most;
      if (text.length() > 0 && (last || text.length() >= nextLook)) {
        int cut = rule.cut(text);
        if (cut >= 0) {
          String proposal = text.substring(0, cut);
          proposed.end(proposal);
          return new Proposal(
              proposal, tokens, logProbability, StopReason.STOP, prompt.length, reused);
        }
        // Looking again only when the text grew by a small share keeps long texts linear.
        nextLook = text.length() + text.length() / 256;
      }
      if (last) {
        proposed.end(text.toString());
        StopReason reason = ended ? StopReason.EOS : StopReason.LENGTH;
        return new Proposal(text.toString(), tokens, logProbability, reason, prompt.length, reused);
      }
      drawn[0] = token;
      context.compute(row, drawn, 0);
    }
  }

  /** Which tokens a text, which grows, may go on with. */
  private IntPredicate allowed(
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

  private int draw(IntPredicate allowed) throws ModelException {
    context.logits(logits);
    try {
      return sampler.draw(logits, logits.length, allowed);
    } catch (ArithmeticException e) {
      throw new ModelException(
          "the model computes no numbers (" + e.getMessage() + "); its file may be damaged", e);
    }
  }
}
