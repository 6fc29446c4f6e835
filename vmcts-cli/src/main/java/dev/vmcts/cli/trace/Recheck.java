package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.problem.Problem;
import dev.vmcts.trace.TraceLines;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has every verdict of a trace, and the programs that were judged, checked again by the verifier itself.
 *
 * <p>That one of the two could not tell is no difference: it says nothing about the program.
 */
public final class Recheck {

  /**
   * A verdict that is another one now.
   *
   * @param line line of the trace, from 1
   * @param what the step or program
   * @param recorded the verdict in the trace
   * @param now the verdict now, with what the verifier has to say
   */
  public record Difference(long line, String what, String recorded, String now) {}

  /**
   * What came out.
   *
   * @param checked verdicts that were checked again
   * @param undecided those of them that one of the two could not tell
   * @param solved whether the solution was accepted again
   */
  public record Result(
      long checked, long undecided, boolean solved, List<Difference> differences) {}

  private final Problem problem;
  private final Verifier verifier;
  private final VerifierSession session;
  private final Function<String, List<String>> fills;
  private final boolean tree;
  private final Map<Integer, VerifierState> states = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private VerifierState current;
  private @Nullable VerifierState open;
  private @Nullable VerifierState closed;
  private long line;
  private long checked;
  private long undecided;
  private boolean solved;

  private Recheck(
      Problem problem,
      Verifier verifier,
      VerifierSession session,
      Function<String, List<String>> fills,
      boolean tree) {
    this.problem = problem;
    this.verifier = verifier;
    this.session = session;
    this.fills = fills;
    this.tree = tree;
    this.current = session.root();
  }

  /**
   * Checks a trace.
   *
   * @param problem the problem that the trace is of
   * @param fills takes a whole program apart into the text of its holes
   */
  public static Result of(
      TraceLines lines, Problem problem, Verifier verifier, Function<String, List<String>> fills)
      throws IOException, VerifierException, InterruptedException {
    String strategy = lines.header().at("/settings/strategy").asText();
    boolean tree = !Set.of("WHOLE", "REFLEXION").contains(strategy);
    try (VerifierSession session = verifier.open(problem)) {
      Recheck recheck = new Recheck(problem, verifier, session, fills, tree);
      for (JsonNode event = lines.next(); event != null; event = lines.next()) {
        recheck.line = lines.number();
        recheck.add(event);
      }
      return new Result(
          recheck.checked, recheck.undecided, recheck.solved, List.copyOf(recheck.differences));
    }
  }

  private void add(JsonNode event) throws VerifierException, InterruptedException {
    switch (event.path("event").asText()) {
      case "node" -> node(event);
      case "expand" ->
        current =
            tree ? states.getOrDefault(event.path("node").asInt(), session.root()) : session.root();
      case "verdict" -> {
        if (event.path("verifierCalls").asInt() > 0) {
          step(event);
        }
      }
      case "close" -> close(event);
      case "acceptance" -> {
        if (event.has("program")) {
          program(event, event.path("result").asText());
        }
      }
      case "solution" -> solved = program(event, "accepted");
      default -> {
        // The others are no verdicts.
      }
    }
  }

  /** A prefix that joined the tree is in the state that the last step led to, or in that after its hole. */
  private void node(JsonNode event) {
    int hole = event.path("hole").asInt();
    VerifierState state = open != null && open.hole() == hole ? open : closed;
    if (!event.hasNonNull("parent")) {
      state = session.root();
    }
    if (state != null) {
      states.put(event.path("node").asInt(), state);
      current = state;
    }
  }

  /** Goes to the prefix that an event names; traces before 1.2 name none, and mean the one that was expanded. */
  private void at(JsonNode event) {
    if (event.has("node")) {
      current = states.getOrDefault(event.path("node").asInt(), current);
    }
  }

  private void step(JsonNode event) throws VerifierException, InterruptedException {
    at(event);
    String text = event.path("step").asText();
    Verdict verdict = session.step(current, text);
    open = null;
    closed = null;
    if (verdict instanceof Verdict.Verified verified) {
      Verdict closing = session.close(verified.state());
      if (closing instanceof Verdict.Rejected) {
        verdict = closing;
      } else {
        open = verified.state();
        closed = state(closing);
        if (event.has("closing")) {
          compare(text + " (end of the hole)", event.path("closing").asText(), closing);
        }
      }
    }
    compare(text, event.path("verdict").asText(), verdict);
    if (!tree && open != null) {
      current = closed != null ? closed : open;
    }
  }

  private void close(JsonNode event) throws VerifierException, InterruptedException {
    at(event);
    Verdict verdict = session.close(current);
    compare("end of hole " + event.path("hole").asInt(), event.path("verdict").asText(), verdict);
    open = null;
    closed = state(verdict);
    if (!tree && closed != null) {
      current = closed;
    }
  }

  private boolean program(JsonNode event, String recorded)
      throws VerifierException, InterruptedException {
    checked++;
    Acceptance now =
        verifier.acceptPatiently(problem, fills.apply(event.path("program").asText()));
    String word = now.match(a -> "accepted", r -> "refused", u -> "undecided");
    if (word.equals("undecided")) {
      undecided++;
    } else if (!word.equals(recorded)) {
      String why = now instanceof Acceptance.Refused refused
          ? word + ": " + refused.diagnostic().message()
          : word;
      differences.add(new Difference(line, "the whole program", recorded, why));
    }
    return word.equals("accepted");
  }

  private void compare(String what, String recorded, Verdict now) {
    checked++;
    String word = now.match(v -> "verified", r -> "rejected", i -> "incomplete", u -> "undecided");
    if (word.equals("undecided") || recorded.equals("undecided")) {
      undecided++;
    } else if (!word.equals(recorded)) {
      String why = now instanceof Verdict.Rejected rejected
          ? word + ": " + rejected.diagnostic().message()
          : word;
      differences.add(new Difference(line, what, recorded, why));
    }
  }

  private static @Nullable VerifierState state(Verdict verdict) {
    return verdict instanceof Verdict.Verified verified
        ? Objects.requireNonNull(verified.state())
        : null;
  }
}
