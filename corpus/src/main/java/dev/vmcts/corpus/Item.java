package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A small verified development.
 *
 * @param kind what it is about
 * @param key its fingerprint, equal for items that differ in names only
 * @param types declarations of its types
 * @param functions its functions in order
 * @param theorems its proven statements in order
 */
record Item(
    String kind,
    String key,
    List<String> types,
    List<Definition> functions,
    List<Theorem> theorems) {

  /**
   * A function.
   *
   * @param name its name
   * @param text its definition
   * @param type its type
   * @param phrase what it does, in words
   * @param equations statements that pin it down, each proven by reflexivity
   * @param examples the same on closed values
   */
  record Definition(
      String name,
      String text,
      String type,
      String phrase,
      List<String> equations,
      List<String> examples) {
    public Definition {
      equations = List.copyOf(equations);
      examples = List.copyOf(examples);
    }
  }

  /**
   * A proven statement.
   *
   * @param name its name
   * @param statement its text, from {@code forall} on
   * @param words the same for a specification in words
   * @param steps its proof, between {@code Proof.} and {@code Qed.}
   */
  record Theorem(String name, String statement, String words, List<ProofStep> steps) {
    public Theorem {
      steps = List.copyOf(steps);
    }
  }

  public Item {
    types = List.copyOf(types);
    functions = List.copyOf(functions);
    theorems = List.copyOf(theorems);
  }

  /** The fingerprints of its statements; of an item that states nothing, its key. */
  List<String> fingerprints() {
    if (theorems.isEmpty()) {
      return List.of(key);
    }
    List<String> definitions = new ArrayList<>(types);
    functions.forEach(f -> definitions.add(f.text()));
    return theorems.stream()
        .map(t -> Fingerprint.of(definitions, t.statement()))
        .toList();
  }
}
