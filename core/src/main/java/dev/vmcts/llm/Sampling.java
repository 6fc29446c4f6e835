package dev.vmcts.llm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the most probable token, at most 10
 * @param topP probability mass kept, more than 0, at most 1 (1 keeps all)
 * @param topK number of tokens kept, 0 keeps all
 * @param maxTokens most tokens of one proposal, at least 1
 * @param knownWords whether a word, a run of letters, must be one of the prompt's or one of those that the model says it
 *     knows (if it does not say, those that are a single token). Models that know few words misspell the others, which
 *     they can only copy. A model that cannot do this takes it for false
 * @param scope proposals that are sampled in one scope differ from each other as far as the model can see to it: what was
 *     proposed is taken out of its distribution. Empty for proposals that do not depend on each other
 * @param banned words that a proposal does not hold, as {@link BannedWords} finds them: where one was sampled, its tokens
 *     are taken back and others sampled. A model that cannot do this, and one that streams, takes it for empty
 * @param grammar what a step has to be: only what can become one is sampled, and it ends only where it is one. Null for
 *     anything. A model that cannot do this takes it for null
 */
public record Sampling(
    double temperature,
    double topP,
    int topK,
    int maxTokens,
    boolean knownWords,
    String scope,
    List<String> banned,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StepGrammar grammar) {

  public Sampling {
    check(temperature >= 0 && temperature <= 10, "temperature", temperature, "0 to 10");
    check(topP > 0 && topP <= 1, "top-p", topP, "more than 0, at most 1");
    check(topK >= 0, "top-k", topK, "0 or more");
    // Traces of older versions do not have these two.
    scope = Objects.requireNonNullElse(scope, "");
    banned = List.copyOf(Objects.requireNonNullElse(banned, List.of()));
    check(!banned.contains(""), "a banned word", "''", "words of a character or more");
    check(maxTokens >= 1, "max-tokens", maxTokens, "1 or more");
  }

  /** Sampling of any words, independent of what was sampled before. */
  public Sampling(double temperature, double topP, int topK, int maxTokens) {
    this(temperature, topP, topK, maxTokens, false, "", List.of(), null);
  }

  /** The same with another temperature. */
  public Sampling withTemperature(double other) {
    return new Sampling(other, topP, topK, maxTokens, knownWords, scope, banned, grammar);
  }

  /** The same with another limit. */
  public Sampling withMaxTokens(int other) {
    return new Sampling(temperature, topP, topK, other, knownWords, scope, banned, grammar);
  }

  /** The same with known words only, or with any. */
  public Sampling withKnownWords(boolean known) {
    return new Sampling(temperature, topP, topK, maxTokens, known, scope, banned, grammar);
  }

  /** The same in another scope. */
  public Sampling withScope(String other) {
    return new Sampling(temperature, topP, topK, maxTokens, knownWords, other, banned, grammar);
  }

  /** The same without such words. */
  public Sampling withBanned(List<String> words) {
    return new Sampling(temperature, topP, topK, maxTokens, knownWords, scope, words, grammar);
  }

  /** The same, held to a grammar; to none if it is null. */
  public Sampling withGrammar(@Nullable StepGrammar other) {
    return new Sampling(temperature, topP, topK, maxTokens, knownWords, scope, banned, other);
  }

  private static void check(boolean allowed, String what, Object value, String range) {
    if (!allowed) {
      throw new IllegalArgumentException(what + " is " + value + "; allowed: " + range);
    }
  }
}
