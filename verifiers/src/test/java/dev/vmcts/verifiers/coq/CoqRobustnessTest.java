package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verdict.Reason;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the session lives through, on the real Coq. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
@Isolated("measures time")
final class CoqRobustnessTest {

  private static final String TEXT = """
      Require Import Arith Lia.
      Ltac spin := idtac "spinning"; spin.
      Lemma a : forall n m : nat, n + m = m + n.
      Admitted.
      """;
  private static final CoqOptions ONE_SECOND =
      RealCoq.options(Duration.ofSeconds(1), Sandbox.AUTO, 2);

  @BeforeAll
  static void coqIsThere() {
    RealCoq.assume();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spin.",
        "let rec f := f in f.",
        "do 100000000 (try lia).",
        "repeat (assert True by exact I).",
        "pose (x := 2 ^ 40); vm_compute in x.",
        "assert (2 ^ 28 = 3) by (simpl; lia).",
        "assert (2 ^ 24 + 0 = 2 ^ 24) by exact (eq_refl (2 ^ 24)).",
        "assert (fact 12 = fact 11 * 12) by exact (eq_refl (fact 12))."
      })
  void step_thatDoesNotEnd_isUndecidedAndTheSessionLives(String sentence) throws Exception {
    try (VerifierSession session = RealCoq.open(TEXT, ONE_SECOND)) {
      VerifierState intros = Walk.steps(session, session.root(), "intros n m.");
      long start = System.nanoTime();
      Verdict verdict = session.step(intros, sentence);
      assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
      assertThat(Walk.steps(session, intros, "lia.").openGoals()).isZero();
      assertThat(Walk.steps(session, session.root(), "intros; lia.").openGoals())
          .isZero();
    }
  }

  @Test
  void step_heavyQed_isUndecidedAndTheSessionLives() throws Exception {
    String text = "Lemma a : Nat.pow 2 26 = 3.\nAdmitted.\nDefinition b := 1.\n";
    try (VerifierSession session = RealCoq.open(text, ONE_SECOND)) {
      VerifierState state = session.root();
      Verdict verdict = session.step(state, "abstract (vm_cast_no_check (eq_refl 3)).");
      assertThat(verdict).isNotInstanceOf(Verdict.Verified.class);
      assertThat(Walk.steps(session, state, "symmetry.").openGoals()).isEqualTo(1);
    }
  }

  @Test
  void step_thatOverflowsTheStack_isUndecided() throws Exception {
    try (VerifierSession session = RealCoq.open(TEXT)) {
      String deep = "pose (x := " + "S (".repeat(200_000) + "O" + ")".repeat(200_000) + ").";
      assertThat(session.step(session.root(), deep)).isInstanceOf(Verdict.Undecided.class);
      assertThat(Walk.steps(session, session.root(), "intros; lia.").openGoals())
          .isZero();
    }
  }

  @Test
  void step_thatEatsMemory_isUndecided() throws Exception {
    CoqOptions small = new CoqOptions(
        RealCoq.OPTIONS.folder(),
        Duration.ofSeconds(30),
        RealCoq.OPTIONS.acceptTime(),
        700L << 20,
        Sandbox.AUTO,
        1);
    try (VerifierSession session = RealCoq.open(TEXT, small)) {
      Verdict verdict = session.step(session.root(), "pose (x := 2 ^ 30); vm_compute in x.");
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.Undecided.class,
              u -> assertThat(u.reason()).as(u.message()).isEqualTo(Reason.RESOURCE));
      assertThat(Walk.steps(session, session.root(), "intros; lia.").openGoals())
          .isZero();
    }
  }

  @Test
  void step_longSentence_isRead() throws Exception {
    try (VerifierSession session = RealCoq.open(TEXT)) {
      String comment = "(* " + "«é∀» ".repeat(40_000) + " *) ";
      assertThat(Walk.steps(session, session.root(), comment + "intros; lia.").openGoals())
          .isZero();
      String wide = "pose (x := 0" + " + 1".repeat(400) + ").";
      assertThat(Walk.steps(session, session.root(), wide).goals().get(0).hypotheses())
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void step_afterCoqWasKilled_isAnsweredByANewOne(Sandbox sandbox) throws Exception {
    CoqOptions options = RealCoq.options(Duration.ofSeconds(20), sandbox, 2);
    try (CoqSession session = RealCoq.open(TEXT, options)) {
      VerifierState intros = Walk.steps(session, session.root(), "intros n m.");
      killCoq(session);
      Verdict verdict = session.step(intros, "lia.");
      if (verdict instanceof Verdict.Undecided undecided) {
        assertThat(undecided.reason()).isEqualTo(Reason.CRASH);
        verdict = session.step(intros, "lia.");
      }
      VerifierState done = Walk.verified(verdict);
      assertThat(Walk.verified(session.close(Walk.steps(session, done, "Qed."))).complete())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void step_underWhichCoqIsKilled_isACrash(Sandbox sandbox) throws Exception {
    CoqOptions options = RealCoq.options(Duration.ofSeconds(60), sandbox, 2);
    try (CoqSession session = RealCoq.open(TEXT, options)) {
      Thread killer = new Thread(() -> {
        waitForCpuTime(session);
        killCoq(session);
      });
      killer.start();
      Verdict verdict = session.step(session.root(), "spin.");
      killer.join();
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.Undecided.class, u -> assertThat(u.reason()).isEqualTo(Reason.CRASH));
      assertThat(Walk.steps(session, session.root(), "intros; lia.").openGoals())
          .isZero();
    }
  }

  @Test
  void step_underWhichTheThreadIsInterrupted_endsAndTheSessionLives() throws Exception {
    try (CoqSession session =
        RealCoq.open(TEXT, RealCoq.options(Duration.ofSeconds(60), Sandbox.AUTO, 2))) {
      Thread caller = Thread.currentThread();
      Thread interrupter = new Thread(() -> {
        waitForCpuTime(session);
        caller.interrupt();
      });
      interrupter.start();
      boolean interrupted = false;
      try {
        session.step(session.root(), "spin.");
      } catch (InterruptedException e) {
        interrupted = true;
      }
      assertThat(interrupted).isTrue();
      interrupter.join();
      assertThat(Walk.steps(session, session.root(), "intros; lia.").openGoals())
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void close_session_leavesNoProcess(Sandbox sandbox) throws Exception {
    List<ProcessHandle> family = new ArrayList<>();
    try (CoqSession session =
        RealCoq.open(TEXT, RealCoq.options(Duration.ofSeconds(1), sandbox, 2))) {
      Walk.steps(session, session.root(), "intros n m.");
      assertThat(session.step(session.root(), "spin.")).isInstanceOf(Verdict.Undecided.class);
      Walk.steps(session, session.root(), "intros n m.");
      session.pids().forEach(pid -> family(pid).forEach(family::add));
      assertThat(family).isNotEmpty();
    }
    for (ProcessHandle process : family) {
      process.onExit().get(20, TimeUnit.SECONDS);
      assertThat(process.isAlive()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void process_ofAJavaThatIsKilled_diesToo(Sandbox sandbox) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process holder = new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SessionHolder.class.getName(),
            sandbox.name())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String pids = holder.inputReader(StandardCharsets.UTF_8).readLine();
    List<ProcessHandle> family =
        family(Long.parseLong(pids.replaceAll("\\D", ""))).toList();
    assertThat(family).isNotEmpty().allMatch(ProcessHandle::isAlive);
    holder.destroyForcibly().waitFor();
    for (ProcessHandle process : family) {
      process.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void step_statesInAnyOrder_answersAsInOrder() throws Exception {
    List<String> script = List.of(
        "intros n.",
        "induction n.",
        "-",
        "intros m.",
        "simpl.",
        "lia.",
        "-",
        "intros m.",
        "simpl.",
        "rewrite IHn.",
        "lia.",
        "Qed.",
        "Definition late := a 1 2.",
        "Lemma b : 1 = 1.",
        "reflexivity.",
        "Defined.");
    try (CoqSession session =
        RealCoq.open(TEXT, RealCoq.options(Duration.ofSeconds(20), Sandbox.AUTO, 2))) {
      List<VerifierState> states = new ArrayList<>(List.of(session.root()));
      for (String step : script) {
        states.add(Walk.steps(session, states.get(states.size() - 1), step));
      }
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < 5 * script.size(); i++) {
        order.add(i % script.size());
      }
      Collections.shuffle(order, new Random(7));
      for (int i : order) {
        VerifierState again = Walk.steps(session, states.get(i), script.get(i));
        assertThat(again.goals()).isEqualTo(states.get(i + 1).goals());
        assertThat(again.fingerprint()).isEqualTo(states.get(i + 1).fingerprint());
        assertThat(session.step(states.get(i), "Check undefined_name."))
            .isInstanceOf(Verdict.Rejected.class);
      }
      assertThat(session.pids()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void step_branchesInTurn_startASecondProcess() throws Exception {
    try (CoqSession session =
        RealCoq.open(TEXT, RealCoq.options(Duration.ofSeconds(20), Sandbox.AUTO, 2))) {
      VerifierState left = session.root();
      VerifierState right = session.root();
      for (int i = 0; i < 40; i++) {
        left = Walk.steps(
            session, left, "assert (l" + i + " : forall x, x + 0 = x) by (intros; lia).");
        right = Walk.steps(
            session, right, "assert (r" + i + " : forall x, 0 + x = x) by (intros; lia).");
      }
      assertThat(session.pids()).hasSize(2);
      assertThat(left.goals().get(0).hypotheses()).hasSize(40);
      assertThat(right.goals().get(0).hypotheses().get(39).name()).isEqualTo("r39");
    }
  }

  private static void killCoq(CoqSession session) {
    session.pids().forEach(pid -> family(pid).forEach(ProcessHandle::destroyForcibly));
  }

  private static Stream<ProcessHandle> family(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(p -> Stream.concat(p.descendants(), Stream.of(p)));
  }

  /** Until Coq has worked for some time that opening the session did not take. */
  private static void waitForCpuTime(CoqSession session) {
    Duration before = cpuTime(session);
    while (cpuTime(session).minus(before).compareTo(Duration.ofMillis(300)) < 0) {
      Thread.onSpinWait();
    }
  }

  private static Duration cpuTime(CoqSession session) {
    return session.pids().stream()
        .flatMap(CoqRobustnessTest::family)
        .flatMap(p -> p.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
