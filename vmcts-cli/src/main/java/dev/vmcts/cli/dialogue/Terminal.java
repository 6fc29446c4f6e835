package dev.vmcts.cli.dialogue;

import dev.vmcts.problem.Problem;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchListener;
import dev.vmcts.search.dialogue.Candidate;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.search.dialogue.Place;
import dev.vmcts.search.dialogue.Wish;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Acceptance.Accepted;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person at a terminal, or a script in a pipe: shows places and reads orders, a line each. Not thread-safe.
 *
 * <p>The clock stands still while it waits for a line.
 */
public final class Terminal implements Person, SearchListener {

  /** Shows how a run goes. */
  public interface Run extends SearchListener {

    /** The run is over: what it has shown is taken back. */
    void over();
  }

  private final InputLines in;
  private final PrintWriter out;
  private final PausedClock clock;
  private final Run progress;
  private final int candidates;
  private final PlaceText text;
  private final Set<Integer> seen = new HashSet<>();
  private boolean running;
  private int shown = -1;
  private Optional<Accepted> told = Optional.empty();
  private @Nullable Place last;

  /**
   * A dialogue about a problem.
   *
   * @param candidates how many the model is asked for at every new place
   */
  public Terminal(
      Problem problem,
      InputLines in,
      PrintWriter out,
      PausedClock clock,
      Run progress,
      int candidates) {
    this.in = in;
    this.out = out;
    this.clock = clock;
    this.progress = progress;
    this.candidates = candidates;
    this.text = new PlaceText(problem);
  }

  /** Where it stood last; empty when it was never asked. */
  public Optional<Place> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void on(SearchEvent event) {
    if (running) {
      progress.on(event);
    }
  }

  @Override
  public Wish next(Place place) throws InterruptedException {
    if (running) {
      progress.over();
      running = false;
    }
    if (last == null) {
      out.print(
          "Steps are proposed and checked; you choose. h lists what can be typed, q quits.\n");
    }
    last = place;
    if (!place.remark().isEmpty()) {
      say(place.remark().strip());
    }
    boolean solved = tellSolution(place);
    if (shown != place.node()) {
      shown = place.node();
      out.print(text.place(place));
    }
    boolean first = seen.add(place.node());
    if (first && !solved && place.candidates().stream().noneMatch(Candidate::takeable)) {
      out.print("asking the model for %d steps ...%n".formatted(candidates));
      out.flush();
      return new Wish.More(candidates);
    }
    out.print(text.candidates(place));
    clock.stop();
    try {
      Wish wish = asked(place);
      running = wish instanceof Wish.Run;
      return wish;
    } finally {
      clock.go();
    }
  }

  private boolean tellSolution(Place place) {
    if (place.solution().equals(told)) {
      return false;
    }
    told = place.solution();
    told.ifPresent(solution -> {
      solution.program().lines().forEach(line -> out.print("  " + line + "\n"));
      say("accepted: this whole program; proven: " + String.join(", ", solution.proven())
          + "; q ends with it, or look for another");
    });
    return true;
  }

  /** Reads lines until there is something to do. */
  private Wish asked(Place place) throws InterruptedException {
    while (true) {
      out.print("> ");
      out.flush();
      Optional<String> line = in.next();
      if (line.isEmpty()) {
        out.println();
        return new Wish.Quit();
      }
      try {
        Optional<Wish> wish = wish(place, Order.of(line.get(), candidates));
        if (wish.isPresent()) {
          return wish.get();
        }
      } catch (BadOrderException e) {
        say(String.valueOf(e.getMessage()));
      }
    }
  }

  /** The wish of an order; empty when the order is followed here. */
  private Optional<Wish> wish(Place place, Order order)
      throws BadOrderException, InterruptedException {
    if (order instanceof Order.Do it) {
      check(place, it.wish());
      return Optional.of(it.wish());
    } else if (order instanceof Order.Edit edit) {
      return edit(candidate(place, edit.number()), edit);
    } else if (order instanceof Order.Show show) {
      show(place, show.what());
      return Optional.empty();
    }
    return lines();
  }

  private void show(Place place, Order.What what) {
    out.print(
        switch (what) {
          case PLACE -> text.place(place) + text.candidates(place);
          case GOALS -> text.goals(place, Integer.MAX_VALUE);
          case PROGRAM -> text.program(place);
          case REFUSED -> text.refused(place);
          case HELP -> Order.HELP;
        });
  }

  private static void check(Place place, Wish wish) throws BadOrderException {
    if (wish instanceof Wish.Take take) {
      Candidate candidate = candidate(place, take.number());
      if (!candidate.takeable()) {
        throw new BadOrderException("candidate " + take.number()
            + (candidate.verdict().equals("accepted")
                ? " completes the program; q ends with it"
                : " was not verified (f: why); e " + take.number() + " changes it"));
      }
    } else if (wish instanceof Wish.Prune prune) {
      candidate(place, prune.number());
    } else if (wish instanceof Wish.Up && place.node() == 0) {
      throw new BadOrderException("this is the beginning");
    }
  }

  private static Candidate candidate(Place place, int number) throws BadOrderException {
    Optional<Candidate> candidate = place.candidate(number);
    if (candidate.isPresent()) {
      return candidate.get();
    }
    String allowed = place.candidates().stream()
        .map(c -> String.valueOf(c.number()))
        .collect(Collectors.joining(", "));
    throw new BadOrderException("there is no candidate " + number
        + (allowed.isEmpty() ? "; m asks for some" : "; there are: " + allowed));
  }

  private Optional<Wish> edit(Candidate candidate, Order.Edit edit)
      throws BadOrderException, InterruptedException {
    if (edit.old().isEmpty()) {
      out.print(candidate.text() + "\n");
      return lines();
    } else if (!candidate.text().contains(edit.old())) {
      throw new BadOrderException("candidate " + candidate.number() + " does not hold '"
          + edit.old() + "': " + OneLine.of(candidate.text()));
    }
    int at = candidate.text().indexOf(edit.old());
    return Optional.of(new Wish.Write(candidate.text().substring(0, at)
        + edit.replacement()
        + candidate.text().substring(at + edit.old().length())));
  }

  /** What is written on the lines up to a period, or up to the end; empty when it is nothing. */
  private Optional<Wish> lines() throws InterruptedException {
    out.print("write; a line that is a period ends it, and alone changes nothing\n");
    List<String> lines = new ArrayList<>();
    Optional<String> line = read();
    while (line.isPresent() && !line.get().strip().equals(".")) {
      lines.add(line.get());
      line = read();
    }
    String written = String.join("\n", lines);
    return written.isBlank() ? Optional.empty() : Optional.of(new Wish.Write(written));
  }

  private Optional<String> read() throws InterruptedException {
    out.print("| ");
    out.flush();
    return in.next();
  }

  private void say(String message) {
    out.print(message + "\n");
  }
}
