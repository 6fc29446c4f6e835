package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses which declarations of an item a document shows, and which of them have holes. */
final class DafnyPlan {

  enum Mode {
    GIVEN,
    /** The whole declaration is to be written. */
    WHOLE,
    /** What is between its braces is to be written. */
    BODY,
    /** The clauses of its loop are to be written. */
    INVARIANTS,
    /** The body of its loop is to be written. */
    LOOP_BODY
  }

  record Part(DafnyDeclaration declaration, Mode mode) {}

  private final Dice dice;
  private final Set<DafnyDeclaration> shown = new HashSet<>();
  private final Map<DafnyDeclaration, Mode> modes = new HashMap<>();

  DafnyPlan(Dice dice) {
    this.dice = dice;
  }

  /** The parts in order; none when no declaration is fit for a hole. */
  List<Part> of(DafnyItem item) {
    List<DafnyDeclaration> targets = new ArrayList<>();
    for (DafnyDeclaration d : item.declarations()) {
      int weight = weight(item, d);
      for (int i = 0; i < weight; i++) {
        targets.add(d);
      }
    }
    if (targets.isEmpty()) {
      return List.of();
    }
    DafnyDeclaration target = dice.pick(targets);
    show(item, target);
    modes.put(target, mode(target));
    if (target.kind() == Kind.FUNCTION) {
      follow(item, target);
    } else if (dice.chance(0.22)) {
      synthesis(item);
    }
    return item.declarations().stream()
        .filter(shown::contains)
        .map(d -> new Part(d, modes.getOrDefault(d, Mode.GIVEN)))
        .toList();
  }

  private static int weight(DafnyItem item, DafnyDeclaration d) {
    return switch (d.kind()) {
      case METHOD -> 5;
      case LEMMA -> d.body().isBlank() ? 0 : 4;
      case FUNCTION -> item.kind().equals("promise") || isSaid(item, d) ? 2 : 0;
      default -> 0;
    };
  }

  /** Whether a lemma or method behind a function says what it is. */
  private static boolean isSaid(DafnyItem item, DafnyDeclaration f) {
    return item.declarations().stream()
        .anyMatch(d -> d.kind() == Kind.PIN && d.header().contains(f.name() + "("));
  }

  /** Shows a declaration and all that it rests on. */
  private void show(DafnyItem item, DafnyDeclaration d) {
    if (shown.add(d)) {
      for (DafnyDeclaration other : item.declarations()) {
        if (names(other).stream().anyMatch(d::mentions)) {
          show(item, other);
        }
      }
    }
  }

  private static List<String> names(DafnyDeclaration d) {
    if (d.kind() != Kind.TYPE) {
      return List.of(d.name());
    }
    return List.copyOf(DafnyWords.of(d.header()).stream()
        .filter(w -> !DafnyWords.RESERVED.contains(w) && w.length() > 1)
        .toList());
  }

  private Mode mode(DafnyDeclaration d) {
    double x = dice.fraction();
    return switch (d.kind()) {
      case METHOD ->
        !DafnyLoopText.isIn(d.text())
            ? (x < 0.85 ? Mode.BODY : Mode.WHOLE)
            : x < 0.55
                ? Mode.BODY
                : x < 0.75 ? Mode.INVARIANTS : x < 0.9 ? Mode.LOOP_BODY : Mode.WHOLE;
      case LEMMA -> x < 0.9 ? Mode.BODY : Mode.WHOLE;
      default -> x < 0.65 ? Mode.WHOLE : Mode.BODY;
    };
  }

  /** Shows what says something about a function, some of it with holes of its own. */
  private void follow(DafnyItem item, DafnyDeclaration f) {
    boolean proofs = dice.chance(0.3);
    for (DafnyDeclaration d : item.declarations()) {
      boolean about = d.mentions(f.name()) && !d.equals(f);
      if (d.kind() == Kind.PIN && about) {
        show(item, d);
      } else if (about && dice.chance(0.5)) {
        show(item, d);
        if (proofs && d.kind() == Kind.LEMMA && !d.body().isBlank()) {
          modes.put(d, Mode.BODY);
        }
      }
    }
  }

  /** Makes holes of the functions that a target rests on, where something says what they are. */
  private void synthesis(DafnyItem item) {
    for (DafnyDeclaration f : item.all(Kind.FUNCTION)) {
      if (shown.contains(f) && isSaid(item, f)) {
        modes.put(f, Mode.WHOLE);
        item.all(Kind.PIN).stream().filter(p -> p.mentions(f.name())).forEach(p -> show(item, p));
      }
    }
  }
}
