package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.dafny.DafnyCheck.Depth;
import dev.vmcts.verifiers.dafny.DafnyReport.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reads what Dafny 2.3 and 4.4 printed on the same programs. */
final class DafnyOutputTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "dafny", "transcripts");

  @ParameterizedTest
  @CsvFileSource(resources = "/dafny/transcripts/expected.csv", delimiter = ';')
  void ofProgram_transcript_isUnderstood(
      String name, String version, String exit, End end, int verified, int errors, int unfinished)
      throws Exception {
    Depth depth = name.startsWith("resolve") ? Depth.RESOLVE : Depth.VERIFY;
    boolean hangs = exit.equals("HANG");

    DafnyReport report = DafnyOutput.ofProgram(
        depth, hangs ? -1 : Integer.parseInt(exit), hangs, transcript(name, version));

    assertThat(report.end()).isEqualTo(end);
    assertThat(report.count()).isEqualTo(verified);
    assertThat(report.errors()).hasSize(errors);
    assertThat(report.unfinished()).hasSize(unfinished);
  }

  @Test
  void ofProgram_failedPostcondition_saysWhereAndWhat() throws Exception {
    DafnyMessage old = DafnyOutput.ofProgram(Depth.VERIFY, 4, false, transcript("err_post", "2.3"))
        .errors()
        .get(0);
    DafnyMessage now = DafnyOutput.ofProgram(Depth.VERIFY, 4, false, transcript("err_post", "4.4"))
        .errors()
        .get(0);

    assertThat(List.of(old.line(), old.column())).isEqualTo(List.of(9, 0));
    assertThat(now.line()).isEqualTo(9);
    assertThat(old.text()).isEqualTo("A postcondition might not hold on this return path.");
    assertThat(DafnyErrors.isPostcondition(old) && DafnyErrors.isPostcondition(now))
        .isTrue();
  }

  @Test
  void ofProgram_traces_nameWhatWasProven() throws Exception {
    DafnyReport old = DafnyOutput.ofProgram(Depth.VERIFY, 4, false, transcript("log_text", "2.3"));
    DafnyReport now = DafnyOutput.ofProgram(Depth.VERIFY, 4, false, transcript("log_text", "4.4"));

    assertThat(old.verified().stream().map(DafnyNames::ofProof)).containsExactly("Good");
    assertThat(now.verified().stream().map(DafnyNames::ofProof)).containsExactly("Good");
  }

  @Test
  void ofProgram_lateDeath_isNoSuccess() {
    String output = "Dafny program verifier finished with 2 verified, 0 errors\n";

    assertThat(DafnyOutput.ofProgram(Depth.VERIFY, 0, false, output).complete()).isTrue();
    assertThat(DafnyOutput.ofProgram(Depth.VERIFY, 134, false, output).end()).isEqualTo(End.BROKEN);
    assertThat(DafnyOutput.ofProgram(Depth.VERIFY, 0, false, "").end()).isEqualTo(End.BROKEN);
    assertThat(DafnyOutput.ofProgram(Depth.VERIFY, 0, true, output).end()).isEqualTo(End.TIMEOUT);
  }

  @Test
  void ofServer_answerWithoutItsEnd_isBroken() {
    assertThat(DafnyOutput.ofServer("Verification completed successfully!\n").end())
        .isEqualTo(End.BROKEN);
    assertThat(DafnyOutput.ofServer("[SUCCESS] [[DAFNY-SERVER: EOM]]").end())
        .isEqualTo(End.COMPLETE);
  }

  @Test
  void of_bothVersions_haveTheirOwnCommandLines() {
    DafnyCheck check = DafnyCheck.verify("", List.of("len_app'"));
    List<String> old = DafnyArguments.of(
        new DafnyVersion(2, "2.3"), check, Duration.ofSeconds(5), Optional.of(Path.of("z3")), "f");
    List<String> now = DafnyArguments.of(
        new DafnyVersion(4, "4.4"), check, Duration.ofSeconds(5), Optional.empty(), "f");

    assertThat(old)
        .containsExactly(
            "/compile:0", "/trace", "/proc:*.len*app*", "/timeLimit:5", "/z3exe:z3", "f");
    assertThat(now)
        .startsWith("verify")
        .contains("--boogie-filter", "*len_app' (*")
        .endsWith("f");
  }

  @Test
  void of_versionOutputs_areVersions() throws Exception {
    assertThat(DafnyVersion.of("4.4.0\n").map(DafnyVersion::hasCommands)).contains(true);
    assertThat(DafnyVersion.of(transcript("ok", "2.3")).map(DafnyVersion::major))
        .contains(2);
    assertThat(DafnyVersion.of("no version here\n1.2")).isEmpty();
  }

  private static String transcript(String name, String version) throws IOException {
    return Files.readString(FOLDER.resolve(name + "." + version + ".out"));
  }
}
