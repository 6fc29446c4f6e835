package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.chat.Spelled;
import dev.vmcts.llm.chat.Spelled.Kind;
import dev.vmcts.llm.chat.Spelled.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The tokens of one prompt. Text between two special tokens is taken at once, as the model's own tokenizer would; no text
 * gives a token of the prompt's markers.
 */
final class SpelledTokens {

  private final Vocabulary vocabulary;
  private final Spelled prompt;
  private final List<int[]> tokens = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();

  /** Names of markers that the tokenizer takes for the marker where text has them. */
  private final Set<String> forged = new LinkedHashSet<>();

  SpelledTokens(Vocabulary vocabulary, Spelled prompt) {
    this.vocabulary = vocabulary;
    this.prompt = prompt;
  }

  /**
   * All of them, without a start token.
   *
   * @throws ModelException if the vocabulary lacks a token that it must have
   */
  int[] all() throws ModelException {
    for (Part part : prompt.parts()) {
      if (part.kind() != Kind.TEXT) {
        int token = vocabulary.special(part.text());
        if (token >= 0 && vocabulary.comesFromText(token)) {
          forged.add(part.text());
        }
      }
    }
    for (Part part : prompt.parts()) {
      int token = part.kind() == Kind.TEXT ? -1 : vocabulary.special(part.text());
      if (token >= 0) {
        endRun();
        tokens.add(new int[] {token});
      } else if (part.kind() == Kind.TOKEN) {
        throw new ModelException("the model's chat template has " + part.text()
            + ", which is no special token of its vocabulary; use --prompt-style base");
      } else {
        run.append(part.text());
      }
    }
    endRun();
    return tokens.stream().flatMapToInt(IntStream::of).toArray();
  }

  private void endRun() {
    int from = 0;
    for (int at = firstForged(from); at >= 0; at = firstForged(from)) {
      add(from, at + 1);
      from = at + 1;
    }
    add(from, run.length());
    run.setLength(0);
  }

  /** Where the next name of a marker begins; -1 when there is none. */
  private int firstForged(int from) {
    return forged.stream()
        .mapToInt(name -> run.indexOf(name, from))
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  private void add(int from, int to) {
    if (to > from) {
      tokens.add(vocabulary.ofText(run.substring(from, to)));
    }
  }
}
