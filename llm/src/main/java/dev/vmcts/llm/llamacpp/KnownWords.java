package dev.vmcts.llm.llamacpp;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The words that a text may go on with: those of the prompt, and the model's own.
 *
 * <p>A word is a longest run of ASCII letters, so {@code app_nil'} has two. For one thread.
 */
final class KnownWords {

  private final NavigableSet<String> words;
  private final String begun;

  /**
   * Takes the words of a prompt, the last of which the text may go on with.
   *
   * @param own words that are always known
   */
  KnownWords(String prompt, Collection<String> own) {
    words = new TreeSet<>(own);
    int end = prompt.length();
    while (end > 0) {
      int start = runStart(prompt, end);
      if (start < end) {
        words.add(prompt.substring(start, end));
      }
      end = Math.max(0, start - 1);
    }
    begun = prompt.substring(runStart(prompt, prompt.length()));
  }

  /** Whether a text may go on with a token: every word that this ends is known, and the last can become one. */
  boolean allows(CharSequence text, String token) {
    StringBuilder word = lastWord(text);
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (isLetter(c)) {
        word.append(c);
      } else if (isWhole(word)) {
        word.setLength(0);
      } else {
        return false;
      }
    }
    return word.isEmpty() || canBecomeKnown(word.toString());
  }

  /** Whether a text may end: its last word is known. */
  boolean allowsEnd(CharSequence text) {
    return isWhole(lastWord(text));
  }

  private StringBuilder lastWord(CharSequence text) {
    int start = runStart(text, text.length());
    StringBuilder word = new StringBuilder(start == 0 ? begun : "");
    return word.append(text, start, text.length());
  }

  private boolean isWhole(StringBuilder word) {
    return word.isEmpty() || words.contains(word.toString());
  }

  private boolean canBecomeKnown(String word) {
    String next = words.ceiling(word);
    return next != null && next.startsWith(word);
  }

  private static int runStart(CharSequence text, int end) {
    int start = end;
    while (start > 0 && isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
