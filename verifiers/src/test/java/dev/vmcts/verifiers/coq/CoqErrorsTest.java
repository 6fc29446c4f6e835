package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verify.Diagnostic.Kind;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verdict.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of Coq 8.16.1, as it wrote them. */
final class CoqErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Stack overflow. | RESOURCE",
        "Out of memory. | RESOURCE",
        "Anomaly \"Uncaught exception Out_of_memory.\" | RESOURCE",
        "Timeout! | TIMEOUT",
        "User interrupt. | TIMEOUT",
        "Anomaly \"Uncaught exception Stm.Vcs_aux.Expired.\" Please report at http://coq.inria.fr/bugs/. | CRASH",
      })
  void verdict_messageThatSaysNothingOfTheProgram_isUndecided(String message, Reason reason) {
    assertThat(CoqErrors.verdict(message, 3))
        .isInstanceOfSatisfying(
            Verdict.Undecided.class, u -> assertThat(u.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Syntax error: '.' expected after [command] (in [vernac_aux]). | SYNTAX",
        "Syntax Error: Lexer: Unterminated comment | SYNTAX",
        "The reference foo was not found in the current environment. | UNRESOLVED",
        "The variable x was not found in the current environment. | UNRESOLVED",
        "foo not a defined object. | UNRESOLVED",
        "Tactic failure: Cannot find witness. | ERROR",
        "No such contradiction | ERROR",
      })
  void verdict_refusal_hasItsKind(String message, Kind kind) {
    assertThat(CoqErrors.verdict(message, 3))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class, r -> assertThat(r.diagnostic().kind()).isEqualTo(kind));
  }

  @Test
  void death_withoutMemory_isAResource() {
    assertThat(CoqErrors.death("Fatal error: out of memory."))
        .isInstanceOfSatisfying(
            Verdict.Undecided.class, u -> assertThat(u.reason()).isEqualTo(Reason.RESOURCE));
    assertThat(CoqErrors.death(""))
        .isInstanceOfSatisfying(
            Verdict.Undecided.class, u -> assertThat(u.reason()).isEqualTo(Reason.CRASH));
  }
}
