package dev.vmcts.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a prover is told about a statement.
 *
 * @param variables the variables worth an induction or a case analysis, the likeliest first
 * @param types the data types by name
 * @param lemmas proven statements that may be used, by name
 * @param unfoldable functions without recursion
 * @param functions all functions of the item
 * @param predicates its inductive predicates
 */
record Hints(
    List<Parameter> variables,
    Map<String, DataType> types,
    Map<String, Statement> lemmas,
    List<String> unfoldable,
    List<String> functions,
    List<Predicate> predicates) {

  public Hints {
    variables = List.copyOf(variables);
    // In the order given: that of Map.copyOf differs from run to run.
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    lemmas = Collections.unmodifiableMap(new LinkedHashMap<>(lemmas));
    unfoldable = List.copyOf(unfoldable);
    functions = List.copyOf(functions);
    predicates = List.copyOf(predicates);
  }

  /** Hints for a statement without inductive predicates. */
  Hints(
      List<Parameter> variables,
      Map<String, DataType> types,
      Map<String, Statement> lemmas,
      List<String> unfoldable,
      List<String> functions) {
    this(variables, types, lemmas, unfoldable, functions, List.of());
  }
}
