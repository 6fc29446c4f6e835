package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.BannedWords;
import dev.vmcts.llm.BannedWords.Found;
import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A text whose tokens are sampled, and those of banned words sampled anew, until a stop rule, the model or a limit ends it. For one thread. */
final class SampledWriting implements Writing {

  private static final byte[] NO_BYTES = {};

  private final Writings model;
  private final Message.Sample request;
  private final int promptLength;
  private final int most;
  private final StopRule rule;
  private final Consumer<Token> listener;
  private final SplittableRandom random;
  private final DrawnText drawn;
  private final @Nullable GrammarLaw law;
  private int[] tokens;
  private int length;
  private int reused;
  private Proposed proposed = new Proposed();
  private IntPredicate allowed = token -> true;
  private int sampled;
  private int nextLook;
  private int told;
  private String proposal = "";
  private StopReason reason = StopReason.LENGTH;

  /**
   * A text that waits for its turn.
   *
   * @param most most tokens that may be sampled, at least 1
   * @throws ModelException if the text's grammar is none, or does not fit how it has begun
   */
  SampledWriting(
      Writings model,
      Message.Sample request,
      int[] prompt,
      int most,
      StopRule rule,
      Consumer<Token> listener)
      throws ModelException {
    this.model = model;
    this.request = request;
    this.tokens = prompt;
    this.length = prompt.length;
    this.promptLength = prompt.length;
    this.most = most;
    this.rule = rule;
    this.listener = listener;
    this.random = new SplittableRandom(request.seed());
    // What a stream has told cannot be taken back.
    List<String> banned = request.streams() ? List.of() : request.sampling().banned();
    this.drawn = new DrawnText(new BannedWords(banned), request.prompt().text());
    this.law = model.law(request, drawn.text(), rule);
  }

  @Override
  public int request() {
    return request.request();
  }

  @Override
  public String scope() {
    return request.sampling().scope();
  }

  @Override
  public int[] tokens() {
    return tokens;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int promptLength() {
    return promptLength;
  }

  @Override
  public int left() {
    return most - sampled;
  }

  @Override
  public void begin(int alreadyThere) {
    reused = alreadyThere;
    proposed = model.proposed(request.sampling());
    allowed = model.allowed(request, drawn.text(), proposed, rule).and(drawn::allows);
  }

  @Override
  public boolean draw(float[] logits) throws ModelException {
    int token = sample(logits);
    add(token);
    sampled++;
    if (law != null) {
      if (!law.allows(token)) {
        // No token of the vocabulary goes on with the step.
        return end(drawn.text().toString(), StopReason.EOS);
      }
      law.add(token);
    }
    double itsLogProbability = model.sampler().logProbability();
    boolean ended = model.vocabulary().endsText(token);
    drawn.add(token, ended ? NO_BYTES : model.vocabulary().bytes(token), itsLogProbability);
    StringBuilder text = drawn.text();
    String added = text.substring(told);
    told = text.length();
    listener.accept(new Token(added, itsLogProbability, promptLength, reused));
    boolean last = ended || left() == 0 || (law != null && law.isHopeless());
    Optional<Found> banned = drawn.bannedWord(last);
    if (banned.isPresent()) {
      return takeBack(banned.get());
    }
    if (text.length() > 0 && (last || text.length() >= nextLook)) {
      int cut = rule.cut(text);
      if (cut >= 0) {
        return end(text.substring(0, cut), StopReason.STOP);
      }
      // Looking again only when the text grew by a small share keeps long texts linear.
      nextLook = text.length() + text.length() / 256;
    }
    return !last || end(text.toString(), ended ? StopReason.EOS : StopReason.LENGTH);
  }

  private boolean takeBack(Found banned) {
    drawn.takeBack(banned);
    length = promptLength + drawn.tokens();
    proposed.back(drawn.tokens());
    if (law != null) {
      law.back(drawn.tokens());
    }
    told = drawn.text().length();
    nextLook = Math.min(nextLook, told);
    return sampled < most || end(drawn.text().toString(), StopReason.LENGTH);
  }

  private int sample(float[] logits) throws ModelException {
    TokenSampler sampler = model.sampler();
    sampler.use(request.sampling(), random, proposed);
    try {
      return sampler.draw(logits, logits.length, law == null ? TokenLaw.NONE : law, allowed);
    } catch (ArithmeticException e) {
      throw new ModelException(
          "the model computes no numbers (" + e.getMessage() + "); its file may be damaged", e);
    }
  }

  private void add(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, length + Math.max(32, length / 2));
    }
    tokens[length++] = token;
  }

  private boolean end(String text, StopReason why) {
    proposed.end(text);
    proposal = text;
    reason = why;
    return false;
  }

  @Override
  public Proposal proposal(int recomputed, Drafts drafts) {
    return new Proposal(
        proposal,
        sampled,
        drawn.logProbability(),
        reason,
        promptLength,
        reused,
        recomputed,
        drafts);
  }
}
