package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqProgram.Line;
import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the given text of a program states, defines and assumes, with the modules that it lies in.
 *
 * @param obligations statements of the given text whose proofs are complete
 * @param definitions other constants of the given text
 * @param axioms what the given text itself assumes outside sections
 * @param fault why the program cannot be audited; empty if it can
 */
record CoqOutline(
    List<Obligation> obligations,
    List<String> definitions,
    List<String> axioms,
    Optional<String> fault) {

  /**
   * A statement that is to be proven.
   *
   * @param name its name with its modules
   * @param line the index of the sentence that states it
   * @param nested whether it lies in a section or a module
   */
  record Obligation(String name, int line, boolean nested) {}

  CoqOutline {
    obligations = List.copyOf(obligations);
    definitions = List.copyOf(definitions);
    axioms = List.copyOf(axioms);
  }

  static CoqOutline of(CoqProgram program) {
    return new Reader().read(program);
  }

  /** Whether a sentence gives a whole proof as a term, as {@code Proof I.} does. */
  static boolean isProofTerm(CoqSentence sentence) {
    CoqToken second = sentence.tokens().get(1);
    return second.kind() != Kind.END && !second.isIdent("with") && !second.isIdent("using");
  }

  private enum Level {
    MODULE,
    SECTION,
    CLOSED
  }

  private record Frame(Level level, String name) {}

  /** Walks over the sentences once. */
  private static final class Reader {

    private final List<Obligation> obligations = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    private final List<String> axioms = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Optional<String> fault = Optional.empty();
    private Optional<Obligation> open = Optional.empty();
    private int anonymous;

    CoqOutline read(CoqProgram program) {
      for (int i = 0; i < program.lines().size(); i++) {
        Line line = program.lines().get(i);
        close(line);
        if (line.given()) {
          given(line.sentence(), i);
        }
      }
      return new CoqOutline(obligations, definitions, axioms, fault);
    }

    private void close(Line line) {
      String command = line.command();
      boolean proofTerm = command.equals("Proof") && isProofTerm(line.sentence());
      if (command.equals("Qed")
          || command.equals("Defined")
          || command.equals("Save")
          || proofTerm) {
        open.ifPresent(obligations::add);
        open = Optional.empty();
      } else if (command.equals("Abort") || command.equals("Admitted")) {
        open = Optional.empty();
      }
    }

    private void given(CoqSentence sentence, int index) {
      List<CoqToken> tokens = withoutPrefixes(sentence.tokens());
      if (tokens.size() < 2) {
        return;
      }
      String command = tokens.get(0).text();
      String name = tokens.get(1).text();
      switch (command) {
        case "Section" -> frames.push(new Frame(Level.SECTION, name));
        case "Module" -> module(tokens);
        case "End" -> frames.pollFirst();
        case "Goal" ->
          state(anonymous++ == 0 ? "Unnamed_thm" : "Unnamed_thm" + (anonymous - 2), index);
        default -> {
          boolean states = CoqWords.THEOREMS.contains(command)
              || CoqWords.DEFINITIONS.contains(command)
              || command.equals("Instance");
          if (states && tokens.get(1).kind() == Kind.IDENT) {
            if (CoqNames.hasBody(sentence)) {
              define(name);
            } else {
              state(name, index);
            }
          } else if (CoqWords.ASSUMPTIONS.contains(command)) {
            assume(tokens);
          }
        }
      }
    }

    private static List<CoqToken> withoutPrefixes(List<CoqToken> tokens) {
      int from = 0;
      while (tokens.size() > from + 1
          && tokens.get(from).isSymbol('#')
          && tokens.get(from + 1).isSymbol('[')) {
        while (from < tokens.size() && !tokens.get(from).isSymbol(']')) {
          from++;
        }
        from++;
      }
      while (from < tokens.size() && CoqWords.PREFIXES.contains(tokens.get(from).text())) {
        from++;
      }
      return tokens.subList(Math.min(from, tokens.size()), tokens.size());
    }

    private void module(List<CoqToken> tokens) {
      boolean type = tokens.get(1).isIdent("Type");
      int at = type || tokens.get(1).isIdent("Import") || tokens.get(1).isIdent("Export") ? 2 : 1;
      boolean functor = tokens.size() > at + 1 && tokens.get(at + 1).isSymbol('(');
      boolean alias = false;
      for (int i = 0; i + 1 < tokens.size(); i++) {
        alias |= tokens.get(i).isSymbol(':') && tokens.get(i + 1).isSymbol('=');
      }
      if (!alias) {
        frames.push(new Frame(
            type || functor ? Level.CLOSED : Level.MODULE, tokens.get(at).text()));
      }
    }

    private void state(String name, int index) {
      if (frames.stream().anyMatch(f -> f.level() == Level.CLOSED)) {
        fault = Optional.of("the statement '" + name
            + "' lies in a module type or functor, where nothing can be audited;"
            + " move it into a plain module");
      }
      open = Optional.of(new Obligation(qualified(name), index, !frames.isEmpty()));
    }

    private void define(String name) {
      if (frames.stream().noneMatch(f -> f.level() == Level.CLOSED)) {
        definitions.add(qualified(name));
      }
    }

    /** All names in front of the colon, in parentheses or not; one too many does no harm. */
    private void assume(List<CoqToken> tokens) {
      if (frames.stream().anyMatch(f -> f.level() == Level.SECTION)) {
        return;
      }
      boolean naming = true;
      for (CoqToken token : tokens.subList(1, tokens.size())) {
        if (token.isSymbol(':')) {
          naming = false;
        } else if (token.isSymbol('(')) {
          naming = true;
        } else if (naming && token.kind() == Kind.IDENT) {
          axioms.add(qualified(token.text()));
        }
      }
    }

    private String qualified(String name) {
      StringBuilder path = new StringBuilder();
      for (Iterator<Frame> i = frames.descendingIterator(); i.hasNext(); ) {
        Frame frame = i.next();
        if (frame.level() != Level.SECTION) {
          path.append(frame.name()).append('.');
        }
      }
      return path + name;
    }
  }
}
