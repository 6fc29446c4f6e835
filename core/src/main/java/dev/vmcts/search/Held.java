package dev.vmcts.search;

import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.text.grammar.Grammar;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierState;
import org.jspecify.annotations.Nullable;

/**
 * Holds steps to a grammar, if there is one. Where a hole has parts of steps, which another reader cuts, nothing is held.
 * For the holder of the search's {@link Monitor}.
 */
final class Held {

  private final Verifier verifier;
  private final @Nullable StepGrammar rules;
  private final @Nullable Grammar grammar;

  /**
   * Reads the grammar.
   *
   * @param rules null for none
   * @throws IllegalArgumentException if it is none
   */
  Held(Verifier verifier, @Nullable StepGrammar rules) {
    this.verifier = verifier;
    this.rules = rules;
    this.grammar = rules == null ? null : Grammar.of(rules.rules());
  }

  /** What a step may begin with: the proposed text, or nothing where no step of the grammar begins like that. */
  String opening(VerifierState state, String proposed) {
    return grammar == null
            || !holds(state)
            || grammar.allowsBeginning(verifier.stepReader().unfinished(proposed))
        ? proposed
        : "";
  }

  /**
   * How the rest of a step is sampled.
   *
   * @param begun what was sampled behind the last step that was whole
   */
  Sampling sampling(VerifierState state, Sampling sampling, String begun) {
    return rules == null || !holds(state)
        ? sampling.withGrammar(null)
        : sampling.withGrammar(rules.withBegun(verifier.stepReader().unfinished(begun)));
  }

  private boolean holds(VerifierState state) {
    StepReader steps = verifier.stepReader();
    return verifier.stepReader(state).id().equals(steps.id());
  }
}
