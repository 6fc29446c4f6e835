package dev.vmcts.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened in a search; in order, the events tell all of it. Ids count from 0, the root is node 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SearchEvent.NodeAdded.class, name = "node"),
  @JsonSubTypes.Type(value = SearchEvent.Expand.class, name = "expand"),
  @JsonSubTypes.Type(value = SearchEvent.Propose.class, name = "propose"),
  @JsonSubTypes.Type(value = SearchEvent.ModelFailed.class, name = "model-failure"),
  @JsonSubTypes.Type(value = SearchEvent.Checked.class, name = "verdict"),
  @JsonSubTypes.Type(value = SearchEvent.Closed.class, name = "close"),
  @JsonSubTypes.Type(value = SearchEvent.Backpropagate.class, name = "backpropagate"),
  @JsonSubTypes.Type(value = SearchEvent.Judged.class, name = "acceptance"),
  @JsonSubTypes.Type(value = SearchEvent.Solution.class, name = "solution"),
  @JsonSubTypes.Type(value = SearchEvent.Unjudged.class, name = "unjudged"),
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
   */
  record NodeAdded(
      int node,
      @Nullable Integer parent,
      String step,
      int depth,
      int hole,
      int openGoals,
      @Nullable String goal,
      @Nullable List<Goal> goals)
      implements SearchEvent {}

  /** A prefix was selected. */
  record Expand(long expansion, int node) implements SearchEvent {}

  /**
   * The model proposed a step, or more of one.
   *
   * @param node the prefix that it is to go on from; null in searches without a tree
   * @param begun text of the step that the prompt ends with: an opening, or what was sampled before; null for none
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
   *     no-progress, too-deep, too-long, end-of-text, unprintable
   * @param kind the sort of fault of a rejected step
   * @param at where the fault of a rejected step begins in it, in characters; null where that is not known
   * @param closing what the verifier said to the end of the hole after a verified step
   * @param missing why the hole cannot end there
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
      double durationSeconds)
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

  /** The search is over. */
  record End(Outcome outcome, Statistics statistics) implements SearchEvent {}
}
