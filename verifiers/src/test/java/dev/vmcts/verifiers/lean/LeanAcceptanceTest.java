package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Acceptance.Refused;
import dev.vmcts.verify.Acceptance.Undecided;
import dev.vmcts.verify.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What acceptance makes of what Lean says, with a script that says it; {@link LeanAttacksTest} asks the real one. */
final class LeanAcceptanceTest {

  private static final String PROOF =
      "theorem goal : True := by\n  -- vmcts: hole\n  -- vmcts: end\n";

  @TempDir
  private Path folder;

  private Path lean = Path.of("lean");

  @BeforeEach
  void install() throws Exception {
    lean = ScriptedLean.install(folder.toRealPath());
  }

  @Test
  void accept_everythingFine_isAcceptedWithTheWholeProgram() throws Exception {
    Accepted accepted = (Accepted) accept(PROOF, "  trivial");

    assertThat(accepted.program()).isEqualTo(PROOF.replace("hole\n  ", "hole\n  trivial\n"));
    assertThat(accepted.proven()).containsExactly("goal");
    assertThat(accepted.axioms()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exact nope | line 3: Unknown identifier",
        "exact GAP | line 3: declaration uses 'sorry'",
        "exact EXIT | no compiled module was written",
        "sorry | may not stand in a hole"
      })
  void accept_whatLeanOrTheAuditRefuses_isRefused(String fill, String message) throws Exception {
    assertThat(accept(PROOF, fill))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.diagnostic().message()).contains(message));
  }

  /** Behind the marker's line comment, what opens a block comment would be hidden, and what is in it would be read. */
  @Test
  void accept_textBehindMarkerOnItsLine_startsALineOfItsOwn() throws Exception {
    Problem problem = Walk.problem(Language.LEAN, PROOF);
    LeanOptions options = options(Duration.ofMinutes(1));

    Acceptance acceptance =
        new LeanVerifier(options).accept(problem, List.of(" /-\n  exact sorry\n-/ trivial\n"));

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Accepted.class, a -> assertThat(a.program()).contains("hole\n /-\n  exact sorry"));
  }

  @ParameterizedTest
  @CsvSource({"HANG, TIMEOUT", "ABORT, RESOURCE", "NOISE, CRASH"})
  void accept_whatLeanDoesNotTell_isUndecided(String fill, Verdict.Reason reason) throws Exception {
    assertThat(accept(PROOF, "exact " + fill))
        .isInstanceOfSatisfying(Undecided.class, u -> assertThat(u.reason()).isEqualTo(reason));
  }

  @Test
  void accept_axiomsThatLeanDoesNotTell_isUndecidedInItsWords() throws Exception {
    assertThat(accept(PROOF.replace("goal", "module_goal"), "trivial"))
        .isInstanceOfSatisfying(
            Undecided.class,
            u -> assertThat(u.message())
                .isEqualTo("Lean did not say which axioms module_goal rests on: "
                    + "cannot use `#print axioms` in a `module`"));
  }

  @Test
  void accept_axiomOfOnesOwn_isRefusedUnlessTheHeaderAllowsIt() throws Exception {
    String given = PROOF.replace("goal", "cheat_goal");

    assertThat(accept(given, "trivial"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.diagnostic().message()).contains("the axiom cheat"));
    assertThat(accept("/-\n---\naxioms: [cheat]\n---\n-/\n" + given, "trivial"))
        .isInstanceOfSatisfying(
            Accepted.class, a -> assertThat(a.axioms()).containsExactly("propext", "cheat"));
  }

  @Test
  void accept_statementThatReadsOtherwise_isRefused() throws Exception {
    assertThat(accept(PROOF.replace("goal", "changed"), "trivial"))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> assertThat(r.diagnostic().message()).contains("what is proven is not"));
  }

  @ParameterizedTest
  @CsvSource({
    "def twice (n : Nat) := n, true",
    "def known (n : Nat) := n, false",
    "def helper (n : Nat) := n, true",
    "inductive Colour where, false",
    "inductive Listed where, true"
  })
  void accept_nameThatGivenTextMentions_mustBeNew(String fill, boolean good) throws Exception {
    String given = """
        /-
        ---
        defines: [Listed]
        ---
        -/
        -- vmcts: hole
        -- vmcts: end
        theorem goal (c : Colour) (d : Listed) : twice 2 = known 2 := trivial
        """;

    assertThat(accept(given, fill)).isInstanceOf(good ? Accepted.class : Refused.class);
  }

  @Test
  void accept_nothingStated_isRefused() throws Exception {
    assertThat(accept("def f : Nat :=\n  -- vmcts: hole\n  -- vmcts: end\n", "1"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.diagnostic().message()).contains("nothing is proven"));
  }

  private Acceptance accept(String given, String fill) throws Exception {
    Problem problem = Walk.problem(Language.LEAN, given);
    Duration most = Duration.ofSeconds(fill.contains("HANG") ? 1 : 60);
    return new LeanVerifier(options(most)).accept(problem, List.of("\n" + fill + "\n"));
  }

  private LeanOptions options(Duration most) {
    return new LeanOptions(Optional.of(lean), most, most, 4L << 30, Sandbox.OFF);
  }
}
