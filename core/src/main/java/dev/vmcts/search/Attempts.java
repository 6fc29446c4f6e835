package dev.vmcts.search;

import dev.vmcts.search.dialogue.Candidate;
import dev.vmcts.search.dialogue.Candidate.Source;
import dev.vmcts.text.OneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers from a search's events what was tried at which prefix. Not thread-safe.
 *
 * <p>Decision procedures that were refused, and what was refused before the verifier saw it as being there already, are not
 * remembered.
 */
final class Attempts implements SearchListener {

  private static final Set<String> PASSED_BY =
      Set.of("duplicate", "pruned", "too-deep", "end-of-text", "unprintable");

  /** A step that was tried at a prefix; {@link #child} is the prefix after it. */
  static final class Attempt {
    private final int number;
    private final String text;
    private final Source source;
    private final double logProbability;
    private String verdict;
    private String reason;
    private @Nullable Integer child;
    private boolean pruned;

    private Attempt(int number, String text, Source source, double logProbability) {
      this.number = number;
      this.text = text;
      this.source = source;
      this.logProbability = logProbability;
      this.verdict = "";
      this.reason = "";
    }

    int number() {
      return number;
    }

    /** The prefix that it leads to; null when it leads to none. */
    @Nullable
    Integer child() {
      return child;
    }

    String text() {
      return text;
    }

    /** The last verdict, in one word. */
    String verdict() {
      return verdict;
    }

    /** What is against it; empty when nothing is. */
    String reason() {
      return reason;
    }

    boolean pruned() {
      return pruned;
    }

    void prune() {
      pruned = true;
    }

    /** What a person is told; of the prefix that it leads to, null when one cannot go there. */
    Candidate candidate(@Nullable Node after) {
      return new Candidate(
          number,
          text,
          source,
          logProbability,
          verdict,
          reason,
          Optional.ofNullable(after).map(Node::state),
          after == null ? 0 : after.visits(),
          after == null ? 0 : after.value() / Math.max(1, after.visits()));
    }
  }

  private final SearchListener listener;
  private final Map<Integer, List<Attempt>> attempts = new HashMap<>();
  private int expanded;
  private boolean asked;
  private double logProbability;
  private @Nullable Attempt last;

  /**
   * Listens in front of another listener.
   *
   * @param listener hears everything
   */
  Attempts(SearchListener listener) {
    this.listener = listener;
  }

  /** What was tried at a prefix, in order. */
  List<Attempt> at(int node) {
    return attempts.getOrDefault(node, List.of());
  }

  /** What was tried last; null when nothing was. */
  @Nullable
  Attempt last() {
    return last;
  }

  @Override
  public void on(SearchEvent event) {
    if (event instanceof SearchEvent.Expand expand) {
      expanded = expand.node();
      asked = false;
      logProbability = 0;
    } else if (event instanceof SearchEvent.Propose propose) {
      asked = true;
      logProbability += propose.logProbability();
    } else if (event instanceof SearchEvent.Checked checked) {
      checked(checked);
    } else if (event instanceof SearchEvent.NodeAdded node && node.parent() != null) {
      Attempt attempt = of(node.parent(), node.step(), node.by());
      attempt.child = node.node();
      attempt.verdict = attempt.verdict.isEmpty() ? "verified" : attempt.verdict;
    } else if (last != null && event instanceof SearchEvent.Judged judged) {
      last.verdict = judged.result();
      last.reason = judged.diagnostic() == null ? "" : judged.diagnostic();
    }
    listener.on(event);
  }

  private void checked(SearchEvent.Checked checked) {
    boolean sampled = asked && checked.node() != null && checked.node() == expanded;
    boolean more = checked.verdict().equals("incomplete") && checked.by() == null;
    boolean tool = !sampled && checked.by() == null && !checked.verdict().equals("verified");
    if (checked.node() == null || more || tool || PASSED_BY.contains(checked.verdict())) {
      return;
    }
    Attempt attempt = of(checked.node(), checked.step(), checked.by());
    attempt.verdict = checked.verdict();
    attempt.reason = checked.diagnostic() == null ? "" : checked.diagnostic();
    last = attempt;
  }

  /** The attempt of a step at a prefix, a new one if it was not tried there before. */
  private Attempt of(int node, String step, @Nullable String by) {
    List<Attempt> here = attempts.computeIfAbsent(node, n -> new ArrayList<>());
    String wanted = OneLine.of(step);
    for (Attempt attempt : here) {
      if (OneLine.of(attempt.text).equals(wanted)) {
        return attempt;
      }
    }
    boolean sampled = asked && node == expanded && !step.isEmpty();
    Source source = by != null ? Source.PERSON : sampled ? Source.MODEL : Source.VERIFIER;
    Attempt attempt =
        new Attempt(here.size() + 1, step, source, source == Source.MODEL ? logProbability : 0);
    here.add(attempt);
    return attempt;
  }
}
