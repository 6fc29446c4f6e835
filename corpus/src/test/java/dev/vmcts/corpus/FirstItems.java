package dev.vmcts.corpus;

import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The items that the first seeds give with a real Coq. */
final class FirstItems {

  /** Makes an item; null when a seed gives none. */
  interface Maker {
    @Nullable
    Item make(Dice dice) throws VerifierException, InterruptedException;
  }

  private FirstItems() {}

  /** Coq with the libraries of the corpus; the test is skipped where there is none. */
  static VerifierSession open() throws ProblemException, InterruptedException {
    try {
      return ItemSession.open();
    } catch (VerifierException e) {
      return Assumptions.abort("Coq is not installed: " + e.getMessage());
    }
  }

  static List<Item> of(int wanted, Maker maker) throws VerifierException, InterruptedException {
    List<Item> items = new ArrayList<>();
    for (int seed = 0; items.size() < wanted; seed++) {
      Item item = maker.make(new Dice(seed));
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }
}
