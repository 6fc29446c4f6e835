package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.text.grammar.Grammar;
import dev.vmcts.verifiers.coq.CoqStepReader;
import dev.vmcts.verifiers.dafny.DafnyStepReader;
import dev.vmcts.verifiers.lean.LeanStepReader;
import dev.vmcts.verify.StepReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The grammars of steps that come with vmcts: they close no way that a solution takes. */
final class StepGrammarsTest {

  private static Grammar grammar(Language language) {
    return Grammar.of(GrammarOptions.bundled(language));
  }

  private static StepReader reader(Language language) {
    return switch (language) {
      case COQ -> new CoqStepReader();
      case DAFNY -> new DafnyStepReader();
      case LEAN -> new LeanStepReader();
    };
  }

  /** Problems with their reference solutions and wrong ones, which are well-formed too. */
  private static List<Path> files(Language language) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../problems"))) {
      return files
          .filter(f -> f.toString().endsWith(language.extension()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void steps_ofEverySolution_areAllowedCharacterByCharacter(Language language) throws Exception {
    Grammar grammar = grammar(language);
    int steps = 0;
    for (Path file : files(language)) {
      Problem problem = ProblemReader.read(file);
      for (int hole = 0; hole < problem.holes().size(); hole++) {
        if (holdsSteps(problem, hole)) {
          steps += checkSteps(
              grammar, reader(language), problem.holes().get(hole).reference(), file.toString());
        }
      }
    }
    assertThat(steps).isGreaterThan(100);
  }

  /** Other text of the repository's tests that the real verifier accepts. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"COQ", "DAFNY"})
  void steps_ofHonestFiles_areAllowedCharacterByCharacter(Language language) throws Exception {
    Path folder = Path.of(
        "../verifiers/src/test/resources", language.name().toLowerCase(Locale.ROOT), "honest");
    int steps = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files
          .filter(f -> f.toString().endsWith(language.extension()))
          .sorted()
          .toList()) {
        steps += checkSteps(
            grammar(language), reader(language), Files.readString(file), file.toString());
      }
    }
    assertThat(steps).isGreaterThan(10);
  }

  private static boolean holdsSteps(Problem problem, int hole) {
    return problem.language() != Language.DAFNY
        || DafnyStepReader.inHole(before(problem, hole), after(problem, hole))
            .id()
            .equals(DafnyStepReader.ID);
  }

  private static String before(Problem problem, int hole) {
    StringBuilder text = new StringBuilder(problem.given().get(0));
    for (int i = 0; i < hole; i++) {
      text.append(problem.reference().get(i)).append(problem.given().get(i + 1));
    }
    return text.toString();
  }

  private static String after(Problem problem, int hole) {
    return problem
        .fill(problem.reference())
        .substring(
            before(problem, hole).length() + problem.reference().get(hole).length());
  }

  /** Writes a text as a model would that wants nothing else, a character at a time; returns the number of its steps. */
  private static int checkSteps(Grammar grammar, StepReader reader, String text, String where) {
    String rest = text;
    int steps = 0;
    while (!rest.isBlank()) {
      int cut = -1;
      for (int end = 1; end <= rest.length() && cut < 0; end++) {
        String begun = rest.substring(0, end);
        cut = reader.cut(begun);
        if (cut < 0) {
          assertThat(grammar.allowsBeginning(begun)).as("%s: %s", where, begun).isTrue();
        }
      }
      cut = cut < 0 ? reader.endOfStep(rest, true) : cut;
      if (cut < 0) {
        return steps;
      }
      String step = rest.substring(0, cut);
      assertThat(grammar.allows(step)).as("%s: %s", where, step).isTrue();
      assertThat(grammar.allows(reader.trim(step))).as("%s: %s", where, step).isTrue();
      steps++;
      rest = rest.substring(cut);
    }
    return steps;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '$',
      quoteCharacter = '~',
      value = {
        "COQ$Definition f (s : (s : nat) : nat := 1.",
        "COQ$Definition f n := match n with 0 => 1.",
        "COQ$Definition f n := match n end.",
        "COQ$Definition f n := 1 end.",
        "COQ$Definition f n := if n then 1.",
        "COQ$auto",
        "COQ$auto). ",
        "COQ$] auto.",
        "COQ$*) auto.",
        "COQ$(* auto. ",
        "COQ$Definition s := \"a.",
        "DAFNY$assert a[1);",
        "DAFNY$assert (x == 1;",
        "DAFNY$*/ x := 1;",
        "DAFNY$print \"a;",
        "DAFNY$), x := 1;",
        "DAFNY$x := 1 /* y;",
        "LEAN$exact ⟨a, b]",
        "LEAN$exact ⟨a, b",
        "LEAN$) simp",
        "LEAN$-/ simp",
        "LEAN$exact \"a",
      })
  void steps_thatTheReaderOrVerifierRefuses_areRefused(Language language, String step) {
    assertThat(grammar(language).allows(step)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '$',
      quoteCharacter = '~',
      value = {
        "COQ$--",
        "COQ$2: {",
        "COQ$[x]: {",
        "COQ$all: try lia.",
        "COQ$#[local] Hint Resolve matched ending elsewhere ifs thenx matchmaker lazy m : core.",
        "COQ$match goal with | H : ?a |- _ => let b := fresh \"H\" in pose (b := a) end.",
        "COQ$Definition g := if b then (match n with 0 => x | S n' => y end) else z.",
        "COQ$lazymatch goal with |- _ => first [ idtac | match 1 with _ => fail end ] end.",
        "COQ$rewrite <- (Nat.add_comm n m), H.(f), x.(g y).+1 in *; [> auto | ].",
        "COQ$Notation \"x <+> y\" := (f x y) (at level 50).",
        "COQ$(* a (* nested *) \"*)\" comment *) (auto).",
        "COQ$tryif auto then idtac else fail.",
        "COQ$intros [|x [y z]] ?; simpl...",
        "COQ$Fixpoint α (∀x→y : nat) {struct n} : nat := 1.",
        "DAFNY$x := '\"' + '(' + '\\u0041';",
        "DAFNY$print @\"a\"\"b\", \"c\\\"d\", a' / b;",
        "DAFNY$~while i < |s| // a (note\n  invariant {1} == {2} {~",
        "DAFNY$}",
        "DAFNY$/* a /* b */ c */ forall x :: {:trigger f(x)} 0 <= x ==> f(x) == 1 / 2;",
        "LEAN$  simp [h, ← Nat.add_comm] at *",
        "LEAN$  · exact ⟨a, fun x => by simp⟩",
        "LEAN$  rcases h with ⟨x, - | y⟩ <;> omega",
        "LEAN$theorem «a b» (c' : Char := 'x') : s!\"{1}\" = r\"\\\" := by",
        "LEAN$~  | succ n ih => simp -- a (note\n~",
        "LEAN$/-- doc /- nested -/ -/ def α₁ := a - b / c // d",
      })
  void steps_thatAreWellFormed_areAllowed(Language language, String step) {
    assertThat(grammar(language).allows(step)).isTrue();
  }
}
