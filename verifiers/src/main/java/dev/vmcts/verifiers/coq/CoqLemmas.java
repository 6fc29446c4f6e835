package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends a goal with a statement that was proven before it in the same file, as {@code simpl}, a rewrite and a decision procedure do. */
final class CoqLemmas {

  /** Each costs a few sentences on every prefix. */
  private static final int MOST = 3;

  private CoqLemmas() {}

  /** Sentences that end the current goal with one of the latest statements about the same things, or are refused. */
  static List<String> solvers(CoqNode state) {
    if (state.goals().isEmpty()) {
      return List.of();
    }
    List<String> solvers = new ArrayList<>();
    for (String lemma : names(state, state.goals().get(0).conclusion())) {
      solvers.add("now (apply " + lemma + "; auto).");
      solvers.add("simpl in *; rewrite " + lemma + "; simpl in *; congruence.");
      solvers.add("simpl in *; rewrite " + lemma + "; simpl in *; lia.");
    }
    return solvers;
  }

  /** Whether the last sentence has opened the proof that the state is in. */
  static boolean hasJustStated(CoqNode state) {
    @Nullable CoqNode last = state;
    while (last != null && last.marksHole()) {
      last = last.parent();
    }
    return last != null && state.inProof() && !statement(last.sentence()).isEmpty();
  }

  private static List<String> names(CoqNode state, String conclusion) {
    Set<String> wanted = identifiers(CoqLexer.lex(conclusion));
    List<String> names = new ArrayList<>();
    boolean open = true;
    for (@Nullable CoqNode n = state; n != null && names.size() < MOST; n = n.parent()) {
      List<CoqToken> statement = statement(n.sentence());
      if (statement.isEmpty()) {
        continue;
      }
      // The first that is met is the one that is being proven.
      if (!open && !Collections.disjoint(about(statement), wanted)) {
        names.add(statement.get(1).text());
      }
      open = false;
    }
    return names;
  }

  /** The tokens of a sentence that states something to be proven; empty for all others. */
  private static List<CoqToken> statement(String sentence) {
    boolean likely = CoqWords.THEOREMS.stream().anyMatch(sentence::startsWith);
    if (!likely) {
      return List.of();
    }
    List<CoqToken> tokens = CoqLexer.lex(sentence);
    boolean named = tokens.size() > 3
        && CoqWords.THEOREMS.contains(tokens.get(0).text())
        && tokens.get(1).kind() == Kind.IDENT;
    return named ? tokens : List.of();
  }

  /** What a statement is about: its identifiers without the names that it binds; none for examples, which hold by computation. */
  private static Set<String> about(List<CoqToken> statement) {
    if (statement.get(0).isIdent("Example")) {
      return Set.of();
    }
    List<CoqToken> body = statement.subList(2, statement.size());
    int comma = -1;
    for (int i = 0; i < body.size() && comma < 0; i++) {
      comma = body.get(i).isSymbol(',') ? i : -1;
    }
    Set<String> about = identifiers(body.subList(comma + 1, body.size()));
    about.removeAll(identifiers(body.subList(0, comma + 1)));
    return about;
  }

  private static Set<String> identifiers(List<CoqToken> tokens) {
    return tokens.stream()
        .filter(t -> t.kind() == Kind.IDENT)
        .map(CoqToken::text)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
