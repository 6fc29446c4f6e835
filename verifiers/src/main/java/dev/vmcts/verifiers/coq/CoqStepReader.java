package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import dev.vmcts.verify.StepReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Coq text into sentences: a sentence up to its period, a bullet, or a brace that focuses on a goal.
 *
 * <p>Comments before a sentence belong to it; comments alone are no step.
 */
public final class CoqStepReader implements StepReader {

  /** The name under which the rule is found. */
  public static final String ID = "coq";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int endOfStep(CharSequence text, boolean atEnd) {
    List<CoqToken> rest = new ArrayList<>();
    CoqSentence sentence = CoqSentence.next(new CoqLexer(text), rest);
    if (sentence == null) {
      return -1;
    }
    CoqToken last = sentence.tokens().get(sentence.tokens().size() - 1);
    boolean nextCharacterMatters = last.kind() == Kind.END || last.kind() == Kind.BULLET;
    return !atEnd && nextCharacterMatters && sentence.end() == text.length() ? -1 : sentence.end();
  }
}
