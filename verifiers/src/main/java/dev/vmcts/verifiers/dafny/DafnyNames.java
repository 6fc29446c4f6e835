package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a text gives a meaning to. */
final class DafnyNames {

  private DafnyNames() {}

  /** The names of the declarations that start in a stretch of a prefix, and of their constructors. */
  static Set<String> declaredBy(DafnyPrefix prefix, int from, int to) {
    Set<String> names = new LinkedHashSet<>();
    for (DafnyDeclaration d : prefix.declarations()) {
      if (d.start() >= from && d.start() < to) {
        if (!d.name().isEmpty()) {
          names.add(d.name());
        }
        if (d.keyword().endsWith("datatype")) {
          constructors(DafnyLexer.code(prefix.text().substring(d.start(), d.headerEnd())), names);
        }
      }
    }
    return names;
  }

  private static void constructors(List<DafnyToken> tokens, Set<String> names) {
    int depth = 0;
    boolean next = false;
    for (DafnyToken token : tokens) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (next && depth == 0 && token.kind() == Kind.WORD) {
        names.add(token.text());
        next = false;
      } else if (depth == 0 && (token.isSymbol("=") || token.isSymbol("|"))) {
        next = true;
      }
    }
  }

  /**
   * The names that keep their meaning in a text only if no other text declares them again: Dafny takes a function of
   * that name for a constructor, and a constructor for a variable in a pattern.
   */
  static Set<String> fixedBy(String text) {
    Set<String> names = declaredBy(DafnyPrefix.of(text), 0, text.length());
    int depth = 0;
    boolean pattern = false;
    for (DafnyToken token : DafnyLexer.code(text)) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (token.isWord("case")) {
        pattern = true;
        depth = 0;
      } else if (token.isSymbol("=>")) {
        pattern = false;
      } else if (pattern && depth > 0 && token.kind() == Kind.WORD) {
        if (!Character.isUpperCase(token.text().charAt(0)) && !token.isWord("_")) {
          names.add(token.text());
        }
      }
    }
    return names;
  }

  /** The name of a declaration in the name that Dafny gives to one of its proofs. */
  static String ofProof(String proof) {
    String name = proof.replaceAll(" \\(.*\\)$", "");
    name = name.substring(name.lastIndexOf('.') + 1);
    // Version 2 calls what is named Main so, unless a program can start with it.
    name = name.equals("_default_Main") ? "Main" : name;
    return proof.contains("$$")
        ? name.replace("__", "\0").replace("_k", "'").replace("_q", "?").replace("\0", "_")
        : name;
  }
}
