package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Writes proposals with a loaded model, one at a time. For one thread. */
final class Generator {

  private final LlamaContext context;
  private final int contextLength;
  private final float[] logits;
  private final TokenSampler sampler = new TokenSampler();
  private final Map<String, StopRule> rules = new HashMap<>();
  private final int[] drawn = new int[1];

  Generator(LlamaContext context, int contextLength) {
    this.context = context;
    this.contextLength = contextLength;
    this.logits = new float[context.vocabulary().size()];
  }

  Proposal generate(Message.Sample request) throws ModelException {
    StopRule rule = rules.computeIfAbsent(request.stopRule(), StopRule::named);
    int[] prompt = context.vocabulary().tokens(request.prompt());
    if (prompt.length >= contextLength) {
      throw new PromptTooLongException(prompt.length, contextLength);
    }
    PrefixCache.Row row = context.cache().claim(prompt);
    int reused = row.length();
    context.compute(row, prompt, reused);
    sampler.begin(request.sampling(), request.seed());
    TextJoiner joiner = new TextJoiner();
    IntPredicate allowed = allowed(request, joiner.text());
    int most = Math.min(request.sampling().maxTokens(), contextLength - prompt.length);
    int tokens = 0;
    double logProbability = 0;
    int nextLook = 0;
    while (true) {
      int token = draw(allowed);
      tokens++;
      logProbability += sampler.logProbability();
      boolean ended = context.vocabulary().endsText(token);
      if (!ended) {
        byte[] piece = context.vocabulary().bytes(token);
        joiner.add(piece, piece.length);
      }
      StringBuilder text = joiner.text();
      boolean last = ended || tokens == most;
      if (text.length() > 0 && (last || text.length() >= nextLook)) {
        int cut = rule.cut(text);
        if (cut >= 0) {
          return new Proposal(
              text.substring(0, cut),
              tokens,
              logProbability,
              StopReason.STOP,
              prompt.length,
              reused);
        }
        // Looking again only when the text grew by a small share keeps long texts linear.
        nextLook = text.length() + text.length() / 256;
      }
      if (last) {
        StopReason reason = ended ? StopReason.EOS : StopReason.LENGTH;
        return new Proposal(text.toString(), tokens, logProbability, reason, prompt.length, reused);
      }
      drawn[0] = token;
      context.compute(row, drawn, 0);
    }
  }

  /** Which tokens a text, which grows, may go on with. */
  private IntPredicate allowed(Message.Sample request, CharSequence text) {
    if (!request.sampling().knownWords()) {
      return token -> true;
    }
    Vocabulary vocabulary = context.vocabulary();
    KnownWords known = new KnownWords(request.prompt(), vocabulary.words());
    return token -> vocabulary.endsText(token)
        ? known.allowsEnd(text)
        : known.allows(text, vocabulary.latin(token));
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
