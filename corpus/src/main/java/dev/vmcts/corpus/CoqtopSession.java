package dev.vmcts.corpus;

import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session without a problem, for generating: every item starts at {@link #root()}.
 *
 * <p>It trusts its text, which is the generator's own, and so has no sandbox. Only the current goal of a state is known.
 */
final class CoqtopSession implements VerifierSession {

  private static final int SENTENCES_OF_A_PROCESS = 30_000;
  private static final Pattern COUNT = Pattern.compile("(\\d+) (?:focused )?goals?\\b");
  private static final Pattern GOALS_SHOWN = Pattern.compile("goals?\\b|No more");

  /** A state that knows how it came about, so that it can be reached again. */
  private static final class State implements VerifierState {
    private final @Nullable State parent;
    private final String text;
    private final List<Goal> goals;
    private final int openGoals;
    private final boolean inProof;
    private int number;

    State(
        @Nullable State parent, String text, List<Goal> goals, int openGoals, Coqtop.Reply reply) {
      this.parent = parent;
      this.text = text;
      this.goals = goals;
      this.openGoals = openGoals;
      this.inProof = reply.inProof();
      this.number = reply.state();
    }

    @Override
    public int hole() {
      return 0;
    }

    @Override
    public boolean complete() {
      return false;
    }

    @Override
    public boolean inProof() {
      return inProof;
    }

    @Override
    public List<Goal> goals() {
      return goals;
    }

    @Override
    public int openGoals() {
      return openGoals;
    }

    @Override
    public Optional<String> fingerprint() {
      return Optional.empty();
    }
  }

  private final List<State> path = new ArrayList<>();
  private final State root;
  private Coqtop coq;
  private int sentences;

  CoqtopSession() throws VerifierException {
    coq = new Coqtop();
    root = new State(null, "", List.of(), 0, new Coqtop.Reply("", coq.state(), false));
    path.add(root);
  }

  @Override
  public VerifierState root() {
    return root;
  }

  @Override
  public Verdict step(VerifierState from, String text) throws VerifierException {
    if (++sentences > SENTENCES_OF_A_PROCESS) {
      restart();
    }
    State state = (State) from;
    goTo(state);
    Coqtop.Reply reply = coq.send(text);
    if (reply.refused()) {
      return new Verdict.Rejected(
          new Diagnostic(Diagnostic.Kind.ERROR, reply.text().strip()));
    }
    // Some sentences, "Proof." among them, do not show the goals.
    if (reply.inProof() && !GOALS_SHOWN.matcher(reply.text()).find()) {
      reply = coq.send("Show.");
    }
    State reached = state(state, text, reply);
    path.add(reached);
    return new Verdict.Verified(reached);
  }

  private void restart() throws VerifierException {
    coq.close();
    coq = new Coqtop();
    sentences = 0;
    root.number = coq.state();
    path.clear();
    path.add(root);
  }

  private void goTo(State target) throws VerifierException {
    List<State> missing = new ArrayList<>();
    State shared = target;
    while (!path.contains(shared) && shared.parent != null) {
      missing.add(0, shared);
      shared = shared.parent;
    }
    if (path.get(path.size() - 1) != shared) {
      coq.send("BackTo " + shared.number + ".");
      path.subList(path.indexOf(shared) + 1, path.size()).clear();
    }
    for (State state : missing) {
      Coqtop.Reply reply = coq.send(state.text);
      if (reply.refused()) {
        throw new VerifierException("a sentence that was accepted is refused now: " + state.text);
      }
      state.number = reply.state();
      path.add(state);
    }
  }

  private static State state(State parent, String text, Coqtop.Reply reply) {
    Matcher count = COUNT.matcher(reply.text());
    if (!reply.inProof() || reply.text().contains("No more goals") || !count.find()) {
      return new State(parent, text, List.of(), 0, reply);
    }
    List<Goal> goals = new ArrayList<>();
    String first = reply.text().substring(count.end()).split("\n\\s*goal 2", 2)[0];
    String[] parts = first.split("\n\\s*={10,}\n", 2);
    if (parts.length == 2) {
      goals.add(new Goal(hypotheses(parts[0]), OneLine.of(parts[1])));
    }
    return new State(parent, text, goals, Integer.parseInt(count.group(1)), reply);
  }

  private static List<Hypothesis> hypotheses(String text) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      int colon = line.indexOf(" : ");
      if (colon > 0) {
        for (String name : line.substring(0, colon).split(", ", -1)) {
          hypotheses.add(new Hypothesis(name, line.substring(colon + 3)));
        }
      }
    }
    return hypotheses;
  }

  @Override
  public Verdict close(VerifierState state) {
    throw new UnsupportedOperationException("a session for generating has no holes");
  }

  @Override
  public void close() {
    coq.close();
  }
}
