package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the names that a command defines, from its tokens; rather one too many than one too few. */
final class CoqNames {

  /** What Coq appends to the name of a type for the constants that it defines along with it. */
  private static final List<String> SCHEMES =
      List.of("_ind", "_rec", "_rect", "_sind", "_case", "_beq", "_eq_dec", "_dec_bl", "_dec_lb");

  private final List<CoqToken> tokens;
  private final Set<String> names = new LinkedHashSet<>();
  private int depth;
  private int matches;
  private boolean inBody;

  private CoqNames(CoqSentence sentence) {
    this.tokens = sentence.tokens();
  }

  /** The names that a sentence defines; none for proofs, and for commands that are not allowed in a hole. */
  static Set<String> definedBy(CoqSentence sentence) {
    String command = sentence.first().text();
    boolean type = CoqWords.TYPES.contains(command);
    boolean term = CoqWords.THEOREMS.contains(command) || CoqWords.DEFINITIONS.contains(command);
    CoqNames reader = new CoqNames(sentence);
    if (type || term) {
      reader.read(type);
    } else if (command.equals("Ltac")) {
      reader.add(1);
    }
    return reader.names;
  }

  /** Whether an {@code Ltac} command has more bodies than its own and those of its {@code let}s. */
  static boolean definesSeveralTactics(CoqSentence sentence) {
    CoqNames reader = new CoqNames(sentence);
    int bodies = 0;
    int lets = 0;
    for (int i = 0; i < reader.tokens.size(); i++) {
      reader.nest(reader.tokens.get(i));
      if (reader.depth == 0 && reader.matches == 0) {
        bodies += sentence.has(i, ":=") ? 1 : 0;
        lets += reader.tokens.get(i).isIdent("let") ? 1 : 0;
      }
    }
    return bodies > 1 + lets;
  }

  /** Whether a definition has its body in it, and so opens no proof. */
  static boolean hasBody(CoqSentence sentence) {
    CoqNames reader = new CoqNames(sentence);
    int lets = 0;
    for (int i = 0; i < reader.tokens.size(); i++) {
      reader.nest(reader.tokens.get(i));
      if (reader.depth == 0 && reader.matches == 0) {
        lets += reader.tokens.get(i).isIdent("let") ? 1 : 0;
        if (sentence.has(i, ":=")) {
          lets--;
          if (lets < 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void read(boolean type) {
    block(1, type);
    for (int i = 1; i < tokens.size(); i++) {
      CoqToken token = tokens.get(i);
      nest(token);
      if (matches > 0 && depth == 0) {
        continue;
      }
      boolean body = token.isSymbol(':') && tokens.get(i + 1).isSymbol('=');
      if (depth == 0 && token.isIdent("with")) {
        inBody = false;
        block(i + 1, type);
      } else if (depth == 0 && body) {
        inBody = true;
        addIf(type, i + 2);
      } else if (depth == 0 && inBody && token.isSymbol('|')) {
        addIf(type, i + 1);
      } else if (inBody
          && ((depth == 1 && token.isSymbol('{')) || (depth >= 1 && token.isSymbol(';')))) {
        addIf(type, i + 1);
      }
    }
  }

  private void block(int index, boolean type) {
    add(index);
    if (type && tokens.get(index).kind() == Kind.IDENT) {
      String name = tokens.get(index).text();
      SCHEMES.forEach(s -> names.add(name + s));
      names.add("Build_" + name);
    }
  }

  private void addIf(boolean wanted, int index) {
    if (wanted) {
      add(index);
    }
  }

  private void add(int index) {
    if (index < tokens.size() && tokens.get(index).kind() == Kind.IDENT) {
      names.add(tokens.get(index).text());
    }
  }

  private void nest(CoqToken token) {
    if (depth == 0 && token.isIdent("match")) {
      matches++;
    } else if (depth == 0 && token.isIdent("end")) {
      matches--;
    } else if (token.kind() == Kind.SYMBOL) {
      switch (token.text()) {
        case "(", "{", "[", ".(" -> depth++;
        case ")", "}", "]" -> depth--;
        default -> {}
      }
    }
  }
}
