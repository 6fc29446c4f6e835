package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import java.util.List;

/**
 * A declaration in a text.
 *
 * @param keyword the word that says what it is, such as {@code lemma}
 * @param name its name; empty when it has none
 * @param start index of its first character
 * @param headerEnd index behind what stands in front of its body
 * @param end index behind its last character; of one that is open, the end of the text
 * @param body whether it has one, finished or not
 * @param member whether it stands in a module, class or type
 */
record DafnyDeclaration(
    String keyword, String name, int start, int headerEnd, int end, boolean body, boolean member) {

  /** The declaration that a step starts, or is. */
  static DafnyDeclaration of(
      List<DafnyToken> step, int keyword, int offset, int headerEnd, boolean body, boolean member) {
    int last = keyword;
    while (DafnyWords.declaration(step, last + 1) == last + 1) {
      last++;
    }
    int name = last + 1;
    while (name < step.size()
        && (step.get(name).isSymbol("{") || step.get(name).isWord("opened"))) {
      name = step.get(name).isSymbol("{")
          ? Math.max(name + 1, DafnyBraces.behindClose(step, name))
          : name + 1;
    }
    boolean named = name < step.size() && step.get(name).kind() == Kind.WORD;
    return new DafnyDeclaration(
        step.get(keyword).text(),
        named ? step.get(name).text() : "",
        offset + step.get(0).start(),
        offset + headerEnd,
        offset + step.get(step.size() - 1).end(),
        body,
        member);
  }

  DafnyDeclaration endingAt(int newEnd) {
    return new DafnyDeclaration(keyword, name, start, headerEnd, newEnd, body, member);
  }

  boolean isFunction() {
    return DafnyWords.FUNCTIONS.contains(keyword);
  }

  boolean isProcedure() {
    return DafnyWords.PROCEDURES.contains(keyword);
  }

  /** Whether it lacks the body that makes it more than a claim. */
  boolean lacksBody() {
    return !body && (isFunction() || isProcedure());
  }
}
