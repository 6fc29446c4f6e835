package dev.vmcts.llm.openai;

import dev.vmcts.llm.Prompt;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an answer is the code that was asked for: what stands in its first code block, without what it repeats of the
 * file and without words around.
 *
 * <p>A server that goes on with the beginning of an answer sends the code at once; one that does not, or that is not given
 * it, begins an answer of its own.
 */
final class AnsweredCode {

  /**
   * The code of an answer.
   *
   * @param text what is known to be code so far
   * @param whole whether no more of it can come
   */
  record Code(String text, boolean whole) {}

  private static final String FENCE = "```";
  private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*```[^\\n`]*\\n");
  private static final Pattern END = Pattern.compile("(?m)^[ \\t]*```");
  private static final Code NOTHING_YET = new Code("", false);

  private final Prompt prompt;
  private final List<String> lines;

  /** Whether the last line of the file goes on. */
  private final boolean within;

  AnsweredCode(Prompt prompt) {
    this.prompt = prompt;
    this.lines = prompt.document().lines().toList();
    this.within = !prompt.document().isEmpty() && !prompt.document().endsWith("\n");
  }

  /**
   * The code of an answer, which may still be coming in.
   *
   * @param ended whether it is there to its end
   */
  Code of(String answer, boolean ended) {
    if (prompt.plain() || prompt.document().isEmpty()) {
      return new Code(answer, false);
    }
    if (!prompt.continues()) {
      return answered(answer, ended);
    }
    if (answer.startsWith(prompt.begun())) {
      return inBlock(answer.substring(prompt.begun().length()));
    }
    String start = answer.stripLeading();
    boolean tellsLittle = start.indexOf('\n') < 0 || prompt.begun().startsWith(answer);
    if (!ended && tellsLittle && (start.isEmpty() || isFence(start))) {
      return NOTHING_YET;
    }
    // A fence with a language begins a block, one without ends that which the answer begins with.
    return isFence(start) && !start.lines().findFirst().orElse("").strip().equals(FENCE)
        ? answered(answer, ended)
        : inBlock(answer);
  }

  /** Whether a text begins with a fence, or with what may become one. */
  private static boolean isFence(String text) {
    return text.startsWith(FENCE) || FENCE.startsWith(text);
  }

  /** An answer of its own; one that ends without a code block is taken for code. */
  private Code answered(String answer, boolean ended) {
    Matcher block = BLOCK.matcher(answer);
    if (block.find()) {
      Code code = inBlock(answer.substring(block.end()));
      return new Code(withoutRepetition(code.text(), ended || code.whole()), code.whole());
    }
    return ended ? new Code(withoutRepetition(answer, true), false) : NOTHING_YET;
  }

  private static Code inBlock(String text) {
    Matcher end = END.matcher(text);
    return end.find() ? new Code(text.substring(0, end.start()), true) : new Code(text, false);
  }

  /** A text without the end of the file that it begins with: two lines at least, or the line that goes on. */
  private String withoutRepetition(String text, boolean ended) {
    String[] own = (ended && !text.endsWith("\n") ? text + "\n" : text).split("\n", -1);
    // What follows the last line break may still grow.
    int complete = own.length - 1;
    for (int from = 0; from < lines.size(); from++) {
      int repeated = lines.size() - from;
      int known = Math.min(repeated, complete);
      if (!repeats(own, known, from)) {
        continue;
      }
      if (known == repeated && (repeated > 1 || within)) {
        return rest(own, repeated);
      }
      if (!ended && known < repeated && !text.isBlank()) {
        boolean last = within && known == repeated - 1;
        String line = lines.get(from + known);
        if (last && own[known].startsWith(line)) {
          return rest(own, repeated);
        }
        if (line.startsWith(own[known].stripTrailing())) {
          return "";
        }
      }
    }
    return text;
  }

  private boolean repeats(String[] own, int count, int from) {
    for (int i = 0; i < count; i++) {
      String line = lines.get(from + i);
      boolean last = within && from + i == lines.size() - 1;
      if (last ? !own[i].startsWith(line) : !own[i].stripTrailing().equals(line.stripTrailing())) {
        return false;
      }
    }
    return true;
  }

  private String rest(String[] own, int repeated) {
    List<String> rest = Arrays.asList(own).subList(repeated - (within ? 1 : 0), own.length);
    String text = String.join("\n", rest);
    return within ? text.substring(lines.get(lines.size() - 1).length()) : text;
  }
}
