package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vmcts.problem.FillLayout;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts that cheat are refused: most by the audit, before Lean sees them, the others by the real Lean. */
final class LeanAttacksTest {

  private static final Path FILE = Path.of("src", "test", "resources", "lean", "attacks.txt");

  private static final String PROOF =
      "theorem goal (n : Nat) : n + 1 = 3 := by\n  -- vmcts: hole\n  -- vmcts: end\n";
  private static final String COMMAND =
      "-- vmcts: hole\n-- vmcts: end\n\ntheorem goal (n : Nat) (h : n = 3) : n = 3 := h\n";

  private record Attack(String name, boolean inside, boolean byAudit, String text) {

    Problem problem() {
      return Walk.problem(Language.LEAN, inside ? PROOF : COMMAND);
    }
  }

  @TestFactory
  Stream<DynamicTest> audit_attackItKnows_isRefused() throws IOException {
    return attacks().stream()
        .filter(Attack::byAudit)
        .map(a -> dynamicTest(a.name(), () -> {
          Optional<Diagnostic> fault = LeanAudit.checkHole(a.text(), a.inside());

          assertThat(fault).isPresent();
          assertThat(fault.get().message()).doesNotContain("\n");
        }));
  }

  @Test
  void bannedWords_wherever_areRefused() {
    for (String word : LeanWords.ASSUMING) {
      assertThat(LeanAudit.checkStep("  exact " + word, true)).as(word).isPresent();
    }
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> accept_everyAttack_isRefused() throws IOException {
    return attacks().stream()
        .map(a -> dynamicTest(a.name(), () -> {
          RealLean.assume();
          Problem problem = a.problem();
          String fill = FillLayout.of(problem, 0, List.of(a.text()));

          assertThat(new LeanVerifier(RealLean.OPTIONS).accept(problem, List.of(fill)))
              .isInstanceOf(Acceptance.Refused.class);
        }));
  }

  /** Every recorded cheat that Lean lets pass, read as what a hole holds. */
  @TestFactory
  Stream<DynamicTest> audit_recordedCheatThatLeanPasses_isRefused() {
    return Recorded.cases("cheat_").stream()
        .filter(name -> !Recorded.text("cases/" + name + ".out").contains("\"error\""))
        .filter(name -> !HARMLESS.contains(name))
        .map(name -> dynamicTest(
            name,
            () -> assertThat(LeanAudit.checkHole(withoutQuestions(Recorded.input(name)), false))
                .isPresent()));
  }

  /** What the recorded inputs ask at their end would be refused in any hole. */
  private static String withoutQuestions(String text) {
    return text.replaceAll("(?m)^#(?:print|check) .*$", "");
  }

  /** What has no effect in a hole: a comment that ends, and theorems of one's own. */
  private static final Set<String> HARMLESS =
      Set.of("cheat_comment_rest", "cheat_private_only", "cheat_theorem_changed_type");

  @Test
  void attacks_all_areManyAndNamedOnce() throws IOException {
    List<String> names = attacks().stream().map(Attack::name).toList();

    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(50);
  }

  private static List<Attack> attacks() throws IOException {
    List<Attack> attacks = new ArrayList<>();
    for (String block : Files.readString(FILE).split("(?m)^ATTACK ", -1)) {
      List<String> head = Arrays.stream(block.split("\\R", 2)[0].split("\\|", -1))
          .map(String::strip)
          .toList();
      if (!block.startsWith("#")) {
        attacks.add(new Attack(
            head.get(0),
            !head.get(1).equals("command"),
            head.get(2).equals("audit"),
            block.split("\\R", 2)[1]));
      }
    }
    return attacks;
  }
}
