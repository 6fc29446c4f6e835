package dev.vmcts.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.vmcts.llm.Drafts;
import dev.vmcts.search.dialogue.Wish;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened in a search; in order, the events tell all of it. Ids count from 0, the root is node 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SearchEvent.NodeAdded.class, name = "node"),
  @JsonSubTypes.Type(value = SearchEvent.Expand.class, name = "expand"),
  @JsonSubTypes.Type(value = SearchEvent.Attempt.class, name = "attempt"),
  @JsonSubTypes.Type(value = SearchEvent.Propose.class, name = "propose"),
  @JsonSubTypes.Type(value = SearchEvent.ModelFailed.class, name = "model-failure"),
  @JsonSubTypes.Type(value = SearchEvent.Checked.class, name = "verdict"),
  @JsonSubTypes.Type(value = SearchEvent.Closed.class, name = "close"),
  @JsonSubTypes.Type(value = SearchEvent.Backpropagate.class, name = "backpropagate"),
  @JsonSubTypes.Type(value = SearchEvent.Judged.class, name = "acceptance"),
  @JsonSubTypes.Type(value = SearchEvent.Solution.class, name = "solution"),
  @JsonSubTypes.Type(value = SearchEvent.Unjudged.class, name = "unjudged"),
  @JsonSubTypes.Type(value = SearchEvent.Wished.class, name = "wish"),
  @JsonSubTypes.Type(value = SearchEvent.End.class, name = "end")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface SearchEvent {

  /**
   * A verified prefix has joined the tree.
   *
   * @param step the step that led from the parent to it; empty for the root
   * @param goal its current goal as the model is shown it, when a proof is open
   * @param goals the goals in focus in full, the current one first, when a proof is open
   * @param by {@code person} when a person wrote the step
   */
  record NodeAdded(
      int node,
      @Nullable Integer parent,
      String step,
      int depth,
      int hole,
      int openGoals,
      @Nullable String goal,
      @Nullable List<Goal> goals,
      @Nullable String by)
      implements SearchEvent {}

  /**
   * A prefix was selected.
   *
   * @param worker who works at this expansion, from 1; null in searches with one worker
   */
  record Expand(long expansion, int node, @Nullable Integer worker) implements SearchEvent {}

  /**
   * A whole program is begun, where refused programs are repaired.
   *
   * @param round 0 for a new program, 1 for its first repair, and so on
   */
  record Attempt(long expansion, int round) implements SearchEvent {}

  /**
   * The model proposed a step, or more of one.
   *
   * @param node the prefix that it is to go on from; null in searches without a tree
   * @param begun text of the step that the prompt ends with: an opening, or what was sampled before; null for none
   * @param recomputedTokens tokens of the prompt that were computed although they had been before; 0 in traces before 1.5
   * @param drafts what drafts did for the text; null where there were none
   */
  record Propose(
      long expansion,
      @Nullable Integer node,
      String source,
      String promptSha256,
      long seed,
      @Nullable String begun,
      String text,
      int tokens,
      double logProbability,
      String stopReason,
      int promptTokens,
      int reusedTokens,
      int recomputedTokens,
      @Nullable Drafts drafts,
      double durationSeconds)
      implements SearchEvent {}

  /** The model failed at a request, and may be asked again. */
  record ModelFailed(long expansion, String diagnostic, double durationSeconds)
      implements SearchEvent {}

  /**
   * A step was judged.
   *
   * @param node the prefix that it is a step of; null in searches without a tree
   * @param verdict verified, rejected, incomplete, undecided; or what the search itself said without asking: duplicate,
   *     no-progress, pruned, too-deep, too-long, end-of-text, unprintable
   * @param kind the sort of fault of a rejected step
   * @param at where the fault of a rejected step begins in it, in characters; null where that is not known
   * @param closing what the verifier said to the end of the hole after a verified step
   * @param missing why the hole cannot end there
   * @param by {@code person} when a person wrote the step
   */
  record Checked(
      long expansion,
      @Nullable Integer node,
      String step,
      String verdict,
      Diagnostic.@Nullable Kind kind,
      @Nullable String diagnostic,
      @Nullable Integer at,
      @Nullable String closing,
      @Nullable String missing,
      int verifierCalls,
      double durationSeconds,
      @Nullable String by)
      implements SearchEvent {}

  /**
   * A hole that nothing was just added to was tried for an end.
   *
   * @param node the prefix that is in the hole; null in searches without a tree
   * @param verdict verified when the hole needs nothing more; else incomplete, rejected or undecided
   */
  record Closed(
      long expansion,
      @Nullable Integer node,
      int hole,
      String verdict,
      @Nullable String diagnostic,
      int verifierCalls,
      double durationSeconds)
      implements SearchEvent {}

  /** A reward went up from a node to the root. */
  record Backpropagate(long expansion, int node, int reward) implements SearchEvent {}

  /**
   * A whole program was judged; one that could not be told is judged once more, with more time.
   *
   * @param kind the sort of fault of a refused program
   * @param program the program, when it is refused
   */
  record Judged(
      long expansion,
      String result,
      Diagnostic.@Nullable Kind kind,
      @Nullable String diagnostic,
      @Nullable String program,
      double durationSeconds)
      implements SearchEvent {}

  /** The program that was accepted. */
  record Solution(
      long expansion, int node, String program, List<String> proven, List<String> axioms)
      implements SearchEvent {}

  /** A whole program that could not be told with more time either. */
  record Unjudged(long expansion, int node, String program, String diagnostic)
      implements SearchEvent {}

  /**
   * A person who leads the search said what is to be done next.
   *
   * @param expansion the last expansion before it
   * @param node the prefix that the search stands at
   * @param wish take, write, more, up, prune or run
   * @param number the candidate that is taken or pruned; for more, how many
   * @param text what is written
   * @param tokens most tokens of a run; null for no limit
   * @param seconds most seconds of a run; null for no limit
   */
  record Wished(
      long expansion,
      int node,
      String wish,
      @Nullable Integer number,
      @Nullable String text,
      @Nullable Long tokens,
      @Nullable Double seconds)
      implements SearchEvent {

    /** The event of a wish; there is none of the wish to end. */
    static Wished of(long expansion, int node, Wish wish) {
      if (wish instanceof Wish.Take take) {
        return new Wished(expansion, node, "take", take.number(), null, null, null);
      } else if (wish instanceof Wish.Write write) {
        return new Wished(expansion, node, "write", null, write.text(), null, null);
      } else if (wish instanceof Wish.More more) {
        return new Wished(expansion, node, "more", more.count(), null, null, null);
      } else if (wish instanceof Wish.Up) {
        return new Wished(expansion, node, "up", null, null, null, null);
      } else if (wish instanceof Wish.Prune prune) {
        return new Wished(expansion, node, "prune", prune.number(), null, null, null);
      } else if (wish instanceof Wish.Run run) {
        return new Wished(
            expansion,
            node,
            "run",
            null,
            null,
            run.tokens() == Wish.Run.NO_LIMIT ? null : run.tokens(),
            run.seconds() == Wish.Run.NO_END ? null : run.seconds());
      }
      throw new IllegalArgumentException("no event for " + wish);
    }

    /**
     * The wish of the event.
     *
     * @throws IllegalArgumentException if there is no such wish
     */
    public Wish asWish() {
      int count = number == null ? 0 : number;
      return switch (wish) {
        case "take" -> new Wish.Take(count);
        case "write" -> new Wish.Write(text == null ? "" : text);
        case "more" -> new Wish.More(count);
        case "up" -> new Wish.Up();
        case "prune" -> new Wish.Prune(count);
        case "run" ->
          new Wish.Run(
              tokens == null ? Wish.Run.NO_LIMIT : tokens,
              seconds == null ? Wish.Run.NO_END : seconds);
        default -> throw new IllegalArgumentException("no wish '" + wish + "'");
      };
    }
  }

  /** The search is over. */
  record End(Outcome outcome, Statistics statistics) implements SearchEvent {}
}
