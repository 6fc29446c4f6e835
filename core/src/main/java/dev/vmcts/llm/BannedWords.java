package dev.vmcts.llm;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds words that a text must not hold. Immutable.
 *
 * <p>A word counts where it stands alone: no letter, digit, underscore or apostrophe before it or behind it, so that a name
 * with the word in it is no such word. A word may begin or end with another character, as <code>{:axiom</code> does; there
 * it needs no border.
 */
public final class BannedWords {

  /**
   * A word in a text.
   *
   * @param start where it begins
   * @param end behind its last character
   */
  public record Found(int start, int end) {

    /** The same, seen from a place in the text. */
    public Found from(int place) {
      return new Found(start - place, end - place);
    }
  }

  private final List<String> words;
  private final int longest;

  /** A finder of these words, each of at least one character. */
  public BannedWords(Collection<String> words) {
    this.words = List.copyOf(words);
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** How many characters before a text can be a part of a word in it, the border before the word included. */
  public int reach() {
    return longest + 1;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * The first word that ends at a place or behind it.
   *
   * @param from the place: an index, at most the text's length
   * @param whole whether nothing follows the text; when more may follow, a word at its end is none yet, since it may be the
   *     beginning of a name
   */
  public Optional<Found> find(CharSequence text, int from, boolean whole) {
    for (int end = Math.max(from, 1); end <= text.length(); end++) {
      for (String word : words) {
        int start = end - word.length();
        if (start >= 0 && stands(text, start, end, word, whole)) {
          return Optional.of(new Found(start, end));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean stands(CharSequence text, int start, int end, String word, boolean whole) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != word.charAt(i - start)) {
        return false;
      }
    }
    boolean begins = start == 0 || !inWord(word.charAt(0)) || !inWord(text.charAt(start - 1));
    boolean open = inWord(word.charAt(word.length() - 1));
    boolean ends = !open || (end == text.length() ? whole : !inWord(text.charAt(end)));
    return begins && ends;
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || c == '\'';
  }
}
