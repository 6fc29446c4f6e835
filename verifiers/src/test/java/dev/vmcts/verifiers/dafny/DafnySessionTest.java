package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Verdicts of the real Dafny on steps. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class DafnySessionTest {

  private static final String FAC = """
      function fac(n: nat): nat { if n == 0 then 1 else n * fac(n - 1) }
      lemma FacPositive(n: nat)
        ensures fac(n) > 0
      """;
  private static final String BODY = FAC + "{\n// vmcts: hole\n// vmcts: end\n}\n";
  private static final String HEADER = FAC + "// vmcts: hole\n// vmcts: end\n";
  private static final String TOP = """
      // vmcts: hole
      // vmcts: end
      lemma Use(n: nat)
        ensures sum(n) >= n
      { if n > 0 { Use(n - 1); } }
      """;

  @BeforeAll
  static void dafnyIsThere() {
    RealDafny.assume();
  }

  @Test
  void step_inABody_judgesStatementsAsTheyCome() throws Exception {
    try (DafnySession session = RealDafny.open(BODY)) {
      VerifierState root = session.root();
      assertThat(root.inProof()).isTrue();
      rejected(session, root, "assert fac(n) > n;", "assertion violation");
      rejected(session, root, "FacPositive(n);", "termination");
      rejected(session, root, "assert fac(n) > > 0;", "invalid");
      rejected(session, root, "assert fac(true) > 0;", "argument");
      rejected(session, root, "assume false;", "'assume' may not be used");
      rejected(session, root, "Helper(n);", "unresolved identifier: Helper");
      rejected(session, root, "}", "closes what the hole did not open");
      assertThat(session.step(root, "FacPositive(n - 1)")).isInstanceOf(Verdict.Incomplete.class);
      assertThat(session.step(root, "// nothing")).isInstanceOf(Verdict.Incomplete.class);
      VerifierState open = Walk.steps(session, root, "if n > 0 {", "FacPositive(n - 1);");
      assertThat(session.close(open)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState done = Walk.steps(session, open, "}");
      assertThat(Walk.verified(session.close(done)).complete()).isTrue();
    }
  }

  @Test
  void step_faultOfSyntaxOrName_isPlaced() throws Exception {
    try (DafnySession session = RealDafny.open(BODY)) {
      VerifierState root = session.root();
      for (VerifierState state : List.of(root, Walk.steps(session, root, "if n > 0 {"))) {
        assertThat(fault(session, state, " assert fac(n) > ^> 0;\n")).isEqualTo(16);
        assertThat(fault(session, state, "assert 0 < n ==> 0 < ^nowhere;")).isEqualTo(21);
      }
      assertThat(fault(session, root, "assert fac(n) > n;")).isEqualTo(Diagnostic.ANYWHERE);
    }
  }

  private static int fault(DafnySession session, VerifierState state, String marked)
      throws Exception {
    Verdict verdict = session.step(state, marked.replace("^", ""));
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    return ((Verdict.Rejected) verdict).diagnostic().at();
  }

  @Test
  void step_behindAHeader_needsTheBodyAndOffersItsBraces() throws Exception {
    try (DafnySession session = RealDafny.open(HEADER)) {
      DafnyVerifier verifier = new DafnyVerifier(RealDafny.OPTIONS);
      VerifierState root = session.root();
      assertThat(session.close(root)).isInstanceOf(Verdict.Incomplete.class);
      assertThat(verifier.closers(root)).isEqualTo(List.of("{"));
      rejected(session, root, "requires false", "requires");
      rejected(session, root, "requires n > 0 {", "would change or skip");
      VerifierState body = Walk.steps(session, root, "{");
      VerifierState open = Walk.steps(session, body, "if n > 0 {", "FacPositive(n - 1);");
      assertThat(verifier.closers(open)).isEmpty();
      VerifierState level = Walk.steps(session, open, "}");
      assertThat(verifier.closers(level)).isEqualTo(List.of("}"));
      VerifierState done = Walk.steps(session, level, "}");
      assertThat(Walk.verified(session.close(done)).complete()).isTrue();
    }
  }

  @Test
  void step_betweenDeclarations_waitsForNamesThatAreToCome() throws Exception {
    try (DafnySession session = RealDafny.open(TOP)) {
      VerifierState root = session.root();
      Verdict missing = session.close(root);
      assertThat(missing)
          .isInstanceOfSatisfying(
              Verdict.Incomplete.class,
              i -> assertThat(DafnyOpenings.of(i.reason())).containsExactly("function sum("));
      rejected(
          session,
          root,
          "function sum(n: nat): nat { n + sum(n) }",
          "failure to decrease|termination");
      rejected(session, root, "function f(n: nat): nat { -1 }", "");
      String uses = "function sum(n: nat): nat { n + Rest(n) }";
      assertThat(session.step(root, uses)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState both = Walk.steps(session, root, uses + "\nfunction Rest(n: nat): nat { 0 }");
      assertThat(Walk.verified(session.close(both)).complete()).isTrue();
      VerifierState wrong = Walk.steps(session, root, "function sum(n: nat): nat { 0 }");
      assertThat(session.close(wrong)).isInstanceOf(Verdict.Rejected.class);
      assertThat(wrong.fingerprint()).isNotEqualTo(root.fingerprint());
    }
  }

  @Test
  void step_serverKilled_goesOnInANewOne() throws Exception {
    try (DafnySession session = RealDafny.open(BODY)) {
      session
          .pids()
          .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      rejected(session, session.root(), "assert fac(n) > n;", "assertion violation");
    }
  }

  @Test
  void open_wrongGivenText_saysWhere() {
    Assertions.assertThatThrownBy(() -> RealDafny.open("lemma A() ensures false { }\n" + BODY))
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("test.dfy:1: Dafny says of the given text");
  }

  static void rejected(DafnySession session, VerifierState state, String step, String message)
      throws Exception {
    assertThat(session.step(state, step))
        .as(step)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            r -> assertThat(r.diagnostic().message()).containsPattern(message));
  }
}
