package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.StockVerifier;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coq: coqidetop for the search, coqc and coqchk for acceptance. */
public final class CoqVerifier extends StockVerifier {

  private static final Pattern MISSING =
      Pattern.compile("The (?:reference|variable)\\s+([A-Za-z_][\\w']*)\\s+was not found");

  /** Where the cases of a definition end. */
  private static final Pattern LAST_END = Pattern.compile("\\s+end\\s*\\.$");

  /** From the cheapest on; each ends the goal or is refused. */
  private static final List<String> SOLVERS = List.of(
      "reflexivity.",
      "lia.",
      "congruence.",
      "now auto.",
      "simpl in *; lia.",
      "simpl in *; congruence.",
      "now (simpl in *; auto).",
      "now (simpl in *; intuition (subst; auto)).",
      // Refused where List is not imported.
      "simpl in *; rewrite ?rev_length, ?map_length, ?app_length in *; simpl in *; lia.",
      "now (simpl in *; rewrite ?in_app_iff in *; simpl in *; intuition (subst; auto)).");

  private static final List<String> QED = List.of("Qed.");

  private final CoqOptions options;
  private final CoqInstallation coq;

  public CoqVerifier(CoqOptions options) {
    this(options, new CoqInstallation(options));
  }

  private CoqVerifier(CoqOptions options, CoqInstallation coq) {
    super(
        Language.COQ,
        new CoqStepReader(),
        options.acceptTime(),
        time -> new CoqAcceptance(
            coq,
            List.of(),
            new ToolRunner(options.sandbox()),
            new Limits(time, options.memoryBytes()))::accept);
    this.options = options;
    this.coq = coq;
  }

  @Override
  public String version() throws VerifierException, InterruptedException {
    return coq.version();
  }

  @Override
  public Optional<String> opener(VerifierState state) {
    return state instanceof CoqNode node && CoqLemmas.hasJustStated(node)
        ? Optional.of("Proof.")
        : Optional.empty();
  }

  @Override
  public List<String> closers(VerifierState state) {
    return state.inProof() && state.openGoals() == 0 ? QED : List.of();
  }

  @Override
  public List<String> solvers(VerifierState state) {
    if (!state.inProof() || state.openGoals() == 0) {
      return closers(state);
    }
    List<String> solvers = new ArrayList<>(SOLVERS);
    if (state instanceof CoqNode node) {
      solvers.addAll(CoqLemmas.solvers(node));
    }
    return solvers;
  }

  @Override
  public List<String> openings(String missing) {
    Matcher name = MISSING.matcher(missing);
    return name.find()
        ? List.of("Fixpoint " + name.group(1), "Definition " + name.group(1))
        : List.of();
  }

  @Override
  public Set<String> bannedWords() {
    return CoqWords.GIVING_UP;
  }

  @Override
  public List<String> mended(String step, String reason) {
    return CoqErrors.missingPattern(reason)
        .filter(pattern -> LAST_END.matcher(step).find())
        .map(pattern -> LAST_END.matcher(step).replaceFirst("") + "\n  | " + pattern + " =>")
        .stream()
        .toList();
  }

  @Override
  public VerifierSession open(Problem problem) throws VerifierException, InterruptedException {
    return new CoqSession(coq, options, problem);
  }
}
