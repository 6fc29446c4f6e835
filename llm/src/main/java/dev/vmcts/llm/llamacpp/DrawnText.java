package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.BannedWords;
import dev.vmcts.llm.BannedWords.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of the tokens that were drawn for one request, which can be gone back in where it holds a banned word.
 *
 * <p>Only when the word has ended is it known not to be the beginning of a name, so its tokens are drawn first. Then those
 * from the last one on that had a likely alternative are taken back, and that one is not drawn there again: after the
 * others a model has nothing to say but the rest of the word. For one thread.
 */
final class DrawnText {

  /** A token of at least this probability had no likely alternative. */
  private static final double FORCED = Math.log(0.5);

  /**
   * A token that was drawn.
   *
   * @param before where the text was before it
   */
  private record Drawn(int token, TextJoiner.Mark before, double logProbability) {}

  private final TextJoiner joiner = new TextJoiner();
  private final List<Drawn> drawn = new ArrayList<>();
  private final Map<Integer, Set<Integer>> takenBack = new HashMap<>();
  private final BannedWords banned;
  private final String lead;

  /**
   * A text without tokens.
   *
   * @param prompt what it goes on with
   */
  DrawnText(BannedWords banned, String prompt) {
    this.banned = banned;
    this.lead = prompt.substring(Math.max(0, prompt.length() - banned.reach()));
  }

  /** The whole characters so far. */
  StringBuilder text() {
    return joiner.text();
  }

  /** How many tokens it has. */
  int tokens() {
    return drawn.size();
  }

  /** Sum over the tokens that it has. */
  double logProbability() {
    double sum = 0;
    for (Drawn token : drawn) {
      sum += token.logProbability();
    }
    return sum;
  }

  /** Whether a token may come next: it was not taken back there. */
  boolean allows(int token) {
    return takenBack.isEmpty()
        || !takenBack.getOrDefault(drawn.size(), Set.of()).contains(token);
  }

  /** Adds a token; one that ends the text has no bytes. */
  void add(int token, byte[] bytes, double logProbability) {
    drawn.add(new Drawn(token, joiner.mark(), logProbability));
    joiner.add(bytes, bytes.length);
  }

  /**
   * The banned word that the last token has ended, if only by ending the text; its places may be negative, since it may
   * begin in the prompt.
   */
  Optional<Found> bannedWord(boolean whole) {
    if (banned.isEmpty()) {
      return Optional.empty();
    }
    int from = drawn.get(drawn.size() - 1).before().length();
    int start = from - banned.reach();
    String near = start < 0 ? lead + text() : text().substring(start);
    int offset = start < 0 ? -lead.length() : start;
    // A word that ends in the prompt is not this text's.
    return banned.find(near, Math.max(1, from) - offset, whole).map(found -> found.from(-offset));
  }

  /** Takes the tokens of a banned word back, or some of them, with what follows. */
  void takeBack(Found word) {
    int first = tokenAt(Math.max(0, word.start()));
    int back = tokenAt(Math.max(0, word.end() - 1));
    while (back > first && drawn.get(back).logProbability() > FORCED) {
      back--;
    }
    int place = back;
    takenBack.keySet().removeIf(behind -> behind > place);
    takenBack.computeIfAbsent(back, none -> new HashSet<>()).add(drawn.get(back).token());
    joiner.back(drawn.get(back).before());
    drawn.subList(back, drawn.size()).clear();
  }

  /** The last token that begins at a character or before it. */
  private int tokenAt(int character) {
    int at = drawn.size() - 1;
    while (at > 0 && drawn.get(at).before().length() > character) {
      at--;
    }
    return at;
  }
}
