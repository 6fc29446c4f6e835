package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopReason;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text of so many tokens: the prompt counts up from a first token, each next token is the logit of the fake model. */
class FakeWriting implements Writing {

  private final int request;
  private final String scope;
  private final int promptLength;
  private final int most;
  private int[] tokens;
  private int reused;

  FakeWriting(int request, String scope, int first, int promptLength, int most) {
    this.request = request;
    this.scope = scope;
    this.promptLength = promptLength;
    this.most = most;
    this.tokens = IntStream.range(0, promptLength).map(i -> 1000 * first + i).toArray();
  }

  @Override
  public int request() {
    return request;
  }

  @Override
  public String scope() {
    return scope;
  }

  @Override
  public int[] tokens() {
    return tokens;
  }

  @Override
  public int length() {
    return tokens.length;
  }

  @Override
  public int promptLength() {
    return promptLength;
  }

  int most() {
    return most;
  }

  @Override
  public int left() {
    return most - (tokens.length - promptLength);
  }

  @Override
  public void begin(int alreadyThere) {
    reused = alreadyThere;
  }

  @Override
  public boolean draw(float[] logits) {
    tokens = Arrays.copyOf(tokens, tokens.length + 1);
    tokens[tokens.length - 1] = (int) logits[0];
    return tokens.length - promptLength < most;
  }

  void takeBack(int count) {
    tokens = Arrays.copyOf(tokens, tokens.length - count);
  }

  @Override
  public Proposal proposal(int recomputed, Drafts drafts) {
    return new Proposal(
        text(tokens),
        tokens.length - promptLength,
        0,
        StopReason.LENGTH,
        promptLength,
        reused,
        recomputed,
        drafts);
  }

  /** What a model that is asked by nobody else writes. */
  String expected() {
    int[] all = Arrays.copyOf(tokens, promptLength + most);
    for (int i = promptLength; i < all.length; i++) {
      all[i] = FakeDecoder.next(Arrays.stream(all, 0, i).boxed().toList());
    }
    return text(all);
  }

  private String text(int[] all) {
    return Arrays.stream(all, promptLength, promptLength + most)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
