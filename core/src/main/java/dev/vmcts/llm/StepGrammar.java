package dev.vmcts.llm;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a proposed step has to be: a text of a grammar.
 *
 * @param rules the grammar, as {@link dev.vmcts.text.grammar.Grammar} reads it
 * @param begun what of the step stands in the prompt
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepGrammar(String rules, String begun) {

  public StepGrammar {
    begun = begun == null ? "" : begun;
  }

  /** The same for a step that begins in the prompt. */
  public StepGrammar withBegun(String text) {
    return new StepGrammar(rules, text);
  }
}
