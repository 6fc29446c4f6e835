package dev.vmcts.verify;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A proof assistant or program verifier that is installed on this machine. */
public interface Verifier {

  Language language();

  /** The version, asked of the tool itself. */
  String version() throws VerifierException, InterruptedException;

  /** Finds where a step ends in the text of this language. */
  StepReader stepReader();

  /** Finds where a step ends in the hole that a state is in. */
  default StepReader stepReader(VerifierState state) {
    return stepReader();
  }

  /**
   * The step that people begin with in a state, though it changes nothing, such as {@code Proof.}; empty where there is none.
   *
   * <p>It is taken at once, so that a model goes on from where what it has read goes on.
   */
  default Optional<String> opener(VerifierState state) {
    return Optional.empty();
  }

  /** Steps that are worth trying in a state before a model is asked, such as the one that ends a finished proof. */
  default List<String> closers(VerifierState state) {
    return List.of();
  }

  /**
   * Steps that need no model and end the current goal of a state or are refused: decision procedures and the like.
   *
   * <p>They are tried on every new prefix, so each of them should answer in a few milliseconds.
   */
  default List<String> solvers(VerifierState state) {
    return List.of();
  }

  /**
   * How a step might begin that gives what is missing, such as the definition of a name.
   *
   * @param missing the reason that {@link VerifierSession#close} gave for {@code Incomplete}
   */
  default List<String> openings(String missing) {
    return List.of();
  }

  /**
   * How a refused step might begin anew so that what the verifier misses in it is there, such as a case that was left out.
   *
   * @param step the step, without white space around it
   * @param reason what the verifier has against it
   */
  default List<String> mended(String step, String reason) {
    return List.of();
  }

  /**
   * Words with which a hole assumes what is to be proven or gives it up, so that no program with one of them in a hole is
   * accepted. They save a model from writing them and judge nothing: that is what {@link #accept} does.
   */
  default Set<String> bannedWords() {
    return Set.of();
  }

  /**
   * Starts work on a problem.
   *
   * @throws VerifierException if the verifier does not start, or refuses the given text before the first hole
   */
  VerifierSession open(Problem problem) throws VerifierException, InterruptedException;

  /**
   * Judges a whole program with the stock verifier in a fresh process, and audits what it rests on.
   *
   * <p>This alone makes a solution. The given text is checked byte for byte, since the program is put together here
   * from the problem and the fills.
   */
  Acceptance accept(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException;

  /** Judges a program that {@link #accept} could not tell once more, with several times its time. */
  default Acceptance acceptPatiently(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return accept(problem, fills);
  }
}
