package dev.vmcts.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemReaderTest {

  private static final String FACTORIAL = """
      (*---
      title: Factorial
      spec: |
        Define fac.
      hints: ["use S"]
      defines: [fac]
      axioms: [functional_extensionality]
      budget: {tokens: 700, minutes: 1.5}
      ---*)
      Require Import Arith.
      (* vmcts: hole *)
      Fixpoint fac (n : nat) := match n with 0 => 1 | S m => n * fac m end.
      (* vmcts: end *)
      Theorem pos : forall n, fac n > 0.
      (* vmcts: hole *) Proof. Qed. (* vmcts: end *)
      """;

  @Test
  void parse_markedHoles_givenAndReferenceMakeTheFile() throws Exception {
    Problem problem = ProblemReader.parse("f.v", Language.COQ, FACTORIAL);
    assertThat(problem.holes()).hasSize(2);
    assertThat(problem.given().get(1))
        .isEqualTo("(* vmcts: end *)\nTheorem pos : forall n, fac n > 0.\n(* vmcts: hole *)");
    assertThat(problem.reference().get(1)).isEqualTo(" Proof. Qed. ");
    assertThat(problem.fill(problem.reference())).isEqualTo(FACTORIAL);
    assertThat(problem.holes().get(0).line()).isEqualTo(11);
    assertThat(problem.holes().get(1).column()).isEqualTo(18);
  }

  @Test
  void parse_header_everyKeyIsRead() throws Exception {
    Header header = ProblemReader.parse("f.v", Language.COQ, FACTORIAL).header();
    assertThat(header.title()).isEqualTo("Factorial");
    assertThat(header.spec()).isEqualTo("Define fac.");
    assertThat(header.hints()).containsExactly("use S");
    assertThat(header.defines()).containsExactly("fac");
    assertThat(header.axioms()).containsExactly("functional_extensionality");
    assertThat(header.tokens()).hasValue(700);
    assertThat(header.time()).contains(Duration.ofSeconds(90));
  }

  @Test
  void parse_admittedAndAdmitInOwnFile_areHoles() throws Exception {
    String text = """
        Lemma a : True. (* Admitted. *)
        Proof.
        Admitted.
        Lemma b : True /\\ True.
        Proof. split. - admit. - exact I. Qed.
        Definition s := "Admitted. ".
        """;
    Problem problem = ProblemReader.parse("own.v", Language.COQ, text);
    assertThat(problem.holes()).extracting(Hole::line).containsExactly(3, 5);
    assertThat(problem.reference()).containsOnly("");
    assertThat(problem.given().get(1)).startsWith("\nLemma b");
    assertThat(problem.fill(List.of("A", "B")))
        .isEqualTo(text.replaceFirst("\nAdmitted\\.", "\nA").replaceFirst("admit\\.", "B"));
  }

  @Test
  void parse_sorryAndDafnyMarkers_areHoles() throws Exception {
    assertThat(
            ProblemReader.parse("x.lean", Language.LEAN, "theorem t : 1 = 1 := by sorry -- sorry\n")
                .holes())
        .hasSize(1);
    assertThat(
            ProblemReader.parse("x.dfy", Language.DAFNY, "// vmcts: hole\nlemma\n// vmcts: end\n")
                .reference())
        .containsExactly("\nlemma\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lemma a : True.                                          | f.v: no hole",
        "(* vmcts: hole *) x                                      | f.v:1:1: this hole is never closed",
        "x (* vmcts: end *)                                       | f.v:1:3: no hole is open",
        "(* vmcts: hole *) (* vmcts: hole *)                      | f.v:1:19: a hole inside the hole of line 1",
        "(* vmcts: hol *) (* vmcts: end *)                        | f.v:1:1: unknown marker 'vmcts: hol'",
        "x (* never closed                                        | f.v:1:3: this comment is never closed",
        "(*---~title: a~---*)~(*---~title: b~---*) Admitted.      | f.v:4:1: a second header",
        "Lemma.~(*---~title: a~---*) Admitted.                    | f.v:2:1: the header must stand at the start",
        "(*--- title: a ---*) Admitted.                           | f.v:1:1: the header must start with a line ---",
        "(*---~title: a~size: 3~---*) Admitted.                   | f.v:3:1: unknown header key 'size'; allowed: axioms,",
        "(*---~budget: {tokens: 0}~---*) Admitted.                | f.v:2:1: tokens is '0'; allowed",
        "(*---~budget: {tokens: many}~---*) Admitted.             | f.v:2:1: tokens is 'many'",
        "(*---~budget: {minutes: -1}~---*) Admitted.              | f.v:2:1: minutes is '-1'",
        "(*---~budget: {hours: 1}~---*) Admitted.                 | f.v:2:1: unknown budget key 'hours'",
        "(*---~hints: many~---*) Admitted.                        | f.v:2:1: hints must be a list",
        "(*---~title: [~---*) Admitted.                           | the header is not YAML",
        "(*---~- a~---*) Admitted.                                | f.v:2:1: the header is no list of 'key: value'",
      })
  void parse_malformedFile_saysWhereAndWhat(String text, String message) {
    assertThatThrownBy(() -> ProblemReader.parse("f.v", Language.COQ, text.replace('~', '\n')))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_unreadableFiles_sayWhy(@TempDir Path folder) throws Exception {
    Path latin = Files.write(
        folder.resolve("latin.v"), "(* \u00e9 *)".getBytes(StandardCharsets.ISO_8859_1));
    Path binary = Files.write(folder.resolve("binary.v"), new byte[] {'a', '\n', 0});
    assertThatThrownBy(() -> ProblemReader.read(latin)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> ProblemReader.read(binary)).hasMessageContaining(":2:1: a NUL");
    assertThatThrownBy(() -> ProblemReader.read(folder))
        .hasMessageContaining("told by the extension");
    assertThatThrownBy(() -> ProblemReader.read(folder.resolve("no.v")))
        .hasMessageContaining("no such file");
    Path directory = Files.createDirectory(folder.resolve("dir.v"));
    assertThatThrownBy(() -> ProblemReader.read(directory)).hasMessageContaining("not a file");
  }

  @Test
  void sha256_isThatOfWhatTheSearchSees() throws Exception {
    String text = """
        (*---
        title: a
        spec: b
        budget: {tokens: 5}
        ---*)
        Lemma a : True.
        (* vmcts: hole *)one(* vmcts: end *)
        Lemma b : True.
        (* vmcts: hole *)(* vmcts: end *)
        """;
    String hash = sha256(text);
    assertThat(hash).hasSize(64);
    assertThat(sha256(text.replace("one", "another"))).isEqualTo(hash);
    for (String change :
        new String[] {"spec: c", "defines: [b]\nspec: b", "axioms: [b]\nspec: b"}) {
      assertThat(sha256(text.replace("spec: b", change))).isNotEqualTo(hash);
    }
    assertThat(sha256(text.replace("Lemma b", "Lemma c"))).isNotEqualTo(hash);
  }

  private static String sha256(String text) throws ProblemException {
    return ProblemReader.parse("p.v", Language.COQ, text).sha256();
  }

  @Test
  void parse_dafnyWithoutMarks_missingAndEmptyBodiesAreHoles() throws Exception {
    String text = """
        datatype T = A | B  // lemma C() ensures false
        lemma First(t: T)
          ensures t == A || t == B

        function Size(t: T): seq<int>

        lemma Second(s: set<int>) ensures s == s { /* later */ }
        lemma {:axiom} Given(t: T) ensures Size(t) == [1]
        function Other(t: T): seq<int> { Size(t) }
        method Run() decreases *
        {
        }
        predicate Empty(s: set<int>) ensures s == {}
        """;
    Problem problem = ProblemReader.parse("x.dfy", Language.DAFNY, text);

    assertThat(problem.given().stream().map(String::strip))
        .satisfiesExactly(
            g -> assertThat(g).endsWith("ensures t == A || t == B"),
            g -> assertThat(g).isEqualTo("function Size(t: T): seq<int>"),
            g -> assertThat(g).endsWith("ensures s == s {"),
            g -> assertThat(g).startsWith("}").endsWith("method Run() decreases *\n{"),
            g -> assertThat(g).endsWith("ensures s == {}"),
            g -> assertThat(g).isEmpty());
    assertThat(problem.reference()).allMatch(String::isBlank);
  }

  @Test
  void parse_dafnyLiterals_hideWhatLooksLikeACommentOrABrace() throws Exception {
    String text = """
        predicate Quote(c: char) { c == '"' || c == '\\'' || c == '\\\\' || c == '\\u002f' || c == '{' }
        const path := @"C:\" + "/* \\" {"
        function f(x': int, x'': int): int { x' - x'' /* one */ }
        lemma First(a': char)
          ensures Quote(a') ==> a' != '/' // two "
        function g(s: string): bool { s != @"say ""// no"" }" }
        lemma Second() ensures f(1, 1) == 0
        """;
    SourceScanner scanner = SourceScanner.of(Language.DAFNY);

    assertThat(scanner.comments(text).stream().map(SourceScanner.Comment::body))
        .containsExactly(" one ", " two \"");
    assertThat(
            ProblemReader.parse("x.dfy", Language.DAFNY, text).given().stream().map(String::strip))
        .satisfiesExactly(
            g -> assertThat(g).endsWith("ensures Quote(a') ==> a' != '/'"),
            g -> assertThat(g).startsWith("// two").endsWith("ensures f(1, 1) == 0"),
            g -> assertThat(g).isEmpty());
  }

  @Test
  void parse_dafnyWithMarks_onlyMarkedHolesCount() throws Exception {
    String text = "lemma A()\nlemma B() {\n// vmcts: hole\n// vmcts: end\n}\n";

    assertThat(ProblemReader.parse("x.dfy", Language.DAFNY, text).holes()).hasSize(1);
  }
}
