package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Recorded output of Dafny 2.3 with {@code /trace}. */
class DafnyReportTest {

  private static final String START = """
      [TRACE] Using prover: /usr/bin/z3
      Dafny 2.3.0.10506
      Prover error: line 9 column 30: unknown parameter 'model_compress'
      Legal parameters are:
        auto_config (bool) (default: true)
      """;

  @Test
  void of_verifiedAndFailed_areToldApart() {
    DafnyReport report = DafnyReport.of(START + """
        Verifying CheckWellformed$$_0_M0.__default.f ...
          [0.987 s, 8 proof obligations]  verified

        Verifying Impl$$_0_M0.__default.a__b ...
          [0.236 s, 1 proof obligation]  verified

        Verifying Impl$$_0_M0.__default.c_k ...
          [0.324 s, 1 proof obligation]  error
        t.dfy(6,31): Error BP5003: A postcondition might not hold on this return path.
        t.dfy(2,26): Related location: This is the postcondition that might not hold.

        Dafny program verifier finished with 2 verified, 1 error
        """);

    assertThat(report.complete()).isTrue();
    assertThat(report.isProven("M0", "a_b")).isTrue();
    assertThat(report.isProven("M0", "c'")).isFalse();
    assertThat(report.isProven("M0", "f")).isFalse();
    assertThat(report.badLines()).containsExactly(6);
  }

  @Test
  void of_messageMissing_isNotComplete() {
    assertThat(
            DafnyReport.of(START + "\nDafny program verifier finished with 2 verified, 1 error\n")
                .complete())
        .isFalse();
  }

  @Test
  void of_noSummary_isNotComplete() {
    assertThat(DafnyReport.of(START).complete()).isFalse();
    assertThat(DafnyReport.of("").complete()).isFalse();
  }

  @Test
  void of_timeOut_isBad() {
    DafnyReport report = DafnyReport.of(START + """
        t.dfy(3,6): Verification of 'Impl$$_0_M0.__default.Hard' timed out after 1 seconds

        Dafny program verifier finished with 1 verified, 0 errors, 1 time out
        """);

    assertThat(report.complete()).isTrue();
    assertThat(report.isBad(3, 4)).isTrue();
    assertThat(report.isBad(4, 9)).isFalse();
  }

  @Test
  void of_parseErrors_wasNotVerified() {
    DafnyReport report = DafnyReport.of(START + """
        t.dfy(11,68): Error: invalid CaseStatement
        1 parse errors detected in t.dfy
        """);

    assertThat(report.unreadable()).isTrue();
    assertThat(report.isBad(11, 11)).isTrue();
  }
}
