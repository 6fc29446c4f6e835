package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;

/** Refuses text that native code would not take, or would take for something else. */
public final class PromptCheck {

  private static final int MOST_CHARACTERS = 8 << 20;

  private PromptCheck() {}

  /**
   * Checks a prompt.
   *
   * @throws ModelException that says what is wrong and where
   */
  public static void check(String prompt) throws ModelException {
    if (prompt.isEmpty()) {
      throw new ModelException("the prompt is empty; give some text to continue");
    }
    if (prompt.length() > MOST_CHARACTERS) {
      throw new ModelException(
          "the prompt has " + prompt.length() + " characters; allowed: at most " + MOST_CHARACTERS);
    }
    for (int i = 0; i < prompt.length(); i++) {
      char c = prompt.charAt(i);
      if (c == 0) {
        throw new ModelException("the prompt has a NUL character at index " + i + "; remove it");
      }
      boolean paired = Character.isHighSurrogate(c)
          && i + 1 < prompt.length()
          && Character.isLowSurrogate(prompt.charAt(i + 1));
      if (Character.isSurrogate(c) && !paired) {
        throw new ModelException(
            "the prompt has half a character (a lone surrogate) at index " + i + "; remove it");
      }
      if (paired) {
        i++;
      }
    }
  }
}
