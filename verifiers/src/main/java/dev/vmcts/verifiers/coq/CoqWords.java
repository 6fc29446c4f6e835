package dev.vmcts.verifiers.coq;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of Coq that the audit knows by name. */
final class CoqWords {

  /** Commands that state something and open its proof. */
  static final Set<String> THEOREMS = Set.of(
      "Lemma", "Theorem", "Example", "Fact", "Remark", "Corollary", "Proposition", "Property");

  /** Commands that define functions and constants; without a body they open a proof. */
  static final Set<String> DEFINITIONS = Set.of("Definition", "Fixpoint", "CoFixpoint");

  /** Commands that define types. */
  static final Set<String> TYPES =
      Set.of("Inductive", "CoInductive", "Variant", "Record", "Structure");

  /** Commands that stand in a proof. */
  static final Set<String> PROOF = Set.of("Proof", "Qed", "Defined", "Unshelve");

  /** Commands that end a proof, whichever way. */
  static final Set<String> CLOSING = Set.of("Qed", "Defined", "Save", "Admitted", "Abort");

  /** Words that may stand in front of a command. */
  static final Set<String> PREFIXES = Set.of(
      "Local",
      "Global",
      "Polymorphic",
      "Monomorphic",
      "Cumulative",
      "NonCumulative",
      "Private",
      "Program");

  /** Commands that assume something; outside a section that is an axiom. */
  static final Set<String> ASSUMPTIONS = Set.of(
      "Axiom",
      "Axioms",
      "Parameter",
      "Parameters",
      "Conjecture",
      "Conjectures",
      "Hypothesis",
      "Hypotheses",
      "Variable",
      "Variables");

  private static final String ASSUMES = "it assumes what is to be proven";
  private static final String MEANING = "it can change what the given text means";
  private static final String OUTSIDE = "it reaches outside the program";
  private static final String DROPS = "it gives up or rewinds a proof";
  private static final String KERNEL = "it switches checks of the kernel or of the system";
  private static final String NO_PROGRESS = "it adds nothing to the program";

  private static final Map<String, Set<String>> REASONS = Map.of(
      ASSUMES, Set.of("Admitted", "Admit", "Context", "Declare", "Primitive", "Symbol", "Instance"),
      MEANING,
          Set.of(
              "Notation",
              "Infix",
              "Reserved",
              "Tactic",
              "Number",
              "Numeral",
              "String",
              "Coercion",
              "Identity",
              "Canonical",
              "Existing",
              "Class",
              "Arguments",
              "Implicit",
              "Generalizable",
              "Open",
              "Close",
              "Bind",
              "Delimit",
              "Undelimit",
              "Hint",
              "Create",
              "Remove",
              "Section",
              "Module",
              "End",
              "Import",
              "Export",
              "Include",
              "Let",
              "Opaque",
              "Transparent",
              "Strategy",
              "Typeclasses",
              "Obligation",
              "Register",
              "Universe",
              "Universes",
              "Constraint",
              "Scheme",
              "Combined",
              "Derive",
              "Function",
              "Program",
              "Equations",
              "Next",
              "Obligations",
              "Solve",
              "Final",
              "Preterm",
              "Add",
              "Local",
              "Global",
              "Polymorphic",
              "Monomorphic",
              "Cumulative",
              "NonCumulative",
              "Private",
              "Ltac2"),
      OUTSIDE,
          Set.of(
              "Require",
              "From",
              "Load",
              "Cd",
              "Pwd",
              "Redirect",
              "Extraction",
              "Recursive",
              "Separate",
              "Write",
              "Restore",
              "Drop",
              "Quit"),
      DROPS,
          Set.of(
              "Abort",
              "Restart",
              "Undo",
              "Reset",
              "Back",
              "BackTo",
              "Goal",
              "Save",
              "Focus",
              "Unfocus",
              "Grab",
              "Existential"),
      KERNEL, Set.of("Set", "Unset", "Test", "Optimize", "Debug"),
      NO_PROGRESS,
          Set.of(
              "Check",
              "Print",
              "Search",
              "SearchPattern",
              "SearchRewrite",
              "About",
              "Locate",
              "Compute",
              "Eval",
              "Show",
              "Time",
              "Timeout",
              "Fail",
              "Succeed",
              "Guarded",
              "Inspect",
              "Comments",
              "Info",
              "Instructions"));

  /** Tactics that skip checks, give up, or start other programs. */
  private static final Set<String> TACTICS = Set.of(
      "admit",
      "give_up",
      "exact_no_check",
      "change_no_check",
      "convert_concl_no_check",
      "convert_hyp_no_check",
      "native_cast_no_check",
      "vm_cast_no_check",
      "native_compute",
      "hammer",
      "predict",
      "external",
      "transparent_abstract",
      "declare_equivalent_keys",
      "ltac2",
      "proof_admitted");

  /** Solvers that call an external program, under all the names by which they can be reached. */
  private static final Pattern EXTERNAL_SOLVER = Pattern.compile("x?(psatz|sos)(_.*)?");

  /** Commands and tactics that assume what is to be proven or give it up, and that are nothing else. */
  static final Set<String> GIVING_UP = Set.of(
      "Admitted",
      "Admit",
      "Abort",
      "Axiom",
      "Axioms",
      "Parameter",
      "Parameters",
      "Conjecture",
      "Conjectures",
      "Hypothesis",
      "Hypotheses",
      "Variable",
      "Variables",
      "admit",
      "give_up",
      "exact_no_check",
      "change_no_check",
      "vm_cast_no_check",
      "native_cast_no_check");

  private CoqWords() {}

  /** What an unwanted command does, where that is known. */
  static Optional<String> reason(String command) {
    if (ASSUMPTIONS.contains(command)) {
      return Optional.of(ASSUMES);
    }
    return REASONS.entrySet().stream()
        .filter(e -> e.getValue().contains(command))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static boolean isForbiddenTactic(String name) {
    return TACTICS.contains(name) || EXTERNAL_SOLVER.matcher(name).matches();
  }
}
