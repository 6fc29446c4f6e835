package dev.vmcts.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DafnyPromptTest {

  private record State(int hole) implements VerifierState {
    @Override
    public boolean complete() {
      return false;
    }

    @Override
    public boolean inProof() {
      return true;
    }

    @Override
    public List<Goal> goals() {
      return List.of();
    }

    @Override
    public int openGoals() {
      return 0;
    }

    @Override
    public Optional<String> fingerprint() {
      return Optional.empty();
    }
  }

  @Test
  void prompt_beforeAFunction_showsTheHeadersThatFollow() throws Exception {
    String prompt = prompt("""
        /*---
        spec: Define fac.
        ---*/
        // vmcts: hole
        function fac(n: nat): nat { 1 }
        // vmcts: end
        lemma fac_0() ensures fac(0) == 1 {}
        lemma fac_pos(n: nat)
          ensures fac(n) in {1, 2} // for "small {" n
        {
          if n > 0 { fac_pos(n - 1); }
        }
        function twice(n: nat): nat
        {
          2 * fac(n)
        }
        """, List.of("fac(0);", "x // y", "fac(1);"));

    assertThat(prompt).isEqualTo("""
        // Spec: Define fac.
        /* Next:
        lemma fac_0() ensures fac(0) == 1
        lemma fac_pos(n: nat)
          ensures fac(n) in {1, 2}
        function twice(n: nat): nat
        {
          2 * fac(n)
        }
        */
        // failed: fac(0); fac(1);
        """);
  }

  @Test
  void prompt_inALemma_showsNothingOfWhatFollows() throws Exception {
    assertThat(prompt("""
        lemma pos(n: nat)
          ensures n >= 0
        {
          // vmcts: hole
          // vmcts: end
        }
        lemma other(n: nat) ensures n >= 0 {}
        """)).isEqualTo("""
        lemma pos(n: nat)
          ensures n >= 0
        {
        """);
    assertThat(prompt("""
        lemma pos(n: nat)
          ensures n >= 0
        // vmcts: hole
        {}
        // vmcts: end
        lemma other(n: nat) ensures n >= 0 {}
        """)).doesNotContain("Next");
  }

  @Test
  void prompt_beforeALoopBody_showsTheRestOfTheMethod() throws Exception {
    assertThat(prompt("""
        method count(n: nat) returns (i: nat)
          ensures i == n
        {
          i := 0;
          while i < n
          // vmcts: hole
            invariant i <= n
          // vmcts: end
          {
            i := i + 1;
          }
        }
        method other() {}
        """)).endsWith("""
          while i < n
        /* Next:
        {
          i := i + 1;
        }
        */
        """);
  }

  @Test
  void prompt_inAFunction_showsTheRestAndTheLemmas() throws Exception {
    assertThat(prompt("""
        module M {
        function method f(n: nat): nat {
          // vmcts: hole
          // vmcts: end
        }
        lemma f_pos() ensures f(0) == 0 {}
        }
        """)).endsWith("""
        /* Next:
        lemma f_pos() ensures f(0) == 0
        */
        """);
  }

  private static String prompt(String file) throws Exception {
    return prompt(file, List.of());
  }

  private static String prompt(String file, List<String> failed) throws Exception {
    Problem problem = ProblemReader.parse("f.dfy", Language.DAFNY, file);
    return new PromptRenderer(PromptStyle.named("tiny"), NO_STEPS)
        .prompt(problem, List.of(), new State(0), failed)
        .text();
  }

  private static final StepReader NO_STEPS = new StepReader() {
    @Override
    public int endOfStep(CharSequence text, boolean atEnd) {
      return -1;
    }

    @Override
    public String id() {
      return "none";
    }
  };
}
