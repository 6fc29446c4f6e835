package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.cli.FakeCheckout.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a tree whose tools are fakes. */
final class LauncherTest {

  @TempDir
  private Path folder;

  private FakeCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(FakeCheckout.launcher()), "the launcher is not here");
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "flock is not installed");
    checkout = new FakeCheckout(folder.toRealPath());
  }

  @Test
  void run_first_buildsAndPassesArguments() throws Exception {
    Result result = checkout.run("synth", "my file.v");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("[synth]\n[my file.v]\n", "[-Dvmcts.home=" + checkout.root() + "]");
    assertThat(result.err())
        .isEqualTo("vmcts: building (the first time this takes a minute or two)\n");
    assertThat(checkout.log()).containsExactly("mvn");
  }

  @Test
  void run_nothingChanged_doesNotBuild() throws Exception {
    checkout.run("one");
    Result result = checkout.run("two");

    assertThat(result.err()).isEmpty();
    assertThat(checkout.log()).containsExactly("mvn");
  }

  @Test
  void run_sourceChanged_buildsAgain() throws Exception {
    checkout.run("one");
    checkout.source("core/src/main/java/A.java", "class B {}");
    checkout.run("two");

    assertThat(checkout.log()).containsExactly("mvn", "mvn");
  }

  @Test
  void run_sourceDeleted_buildsAgain() throws Exception {
    checkout.source("core/src/main/java/B.java", "class B {}");
    checkout.run("one");
    Files.delete(checkout.root().resolve("core/src/main/java/B.java"));
    checkout.run("two");

    assertThat(checkout.log()).containsExactly("mvn", "mvn");
  }

  @Test
  void run_testChanged_doesNotBuild() throws Exception {
    checkout.run("one");
    checkout.source("core/src/test/java/ATest.java", "class ATest {}");
    checkout.run("two");

    assertThat(checkout.log()).containsExactly("mvn");
  }

  @Test
  void run_throughSymbolicLinksFromElsewhere_findsItsTree() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));
    Path direct =
        Files.createSymbolicLink(elsewhere.resolve("v1"), checkout.root().resolve("vmcts"));
    Files.createSymbolicLink(elsewhere.resolve("v2"), Path.of("v1"));

    Result result =
        FakeCheckout.end(checkout.start(direct.resolveSibling("v2"), elsewhere, Map.of(), "x"));

    assertThat(result.out()).contains("[-Dvmcts.home=" + checkout.root() + "]", "[x]");
  }

  @Test
  void run_severalAtOnce_buildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      processes.add(checkout.start(checkout.root().resolve("vmcts"), folder, Map.of(), "run" + i));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(FakeCheckout.end(processes.get(i)).out()).contains("[run" + i + "]");
    }
    assertThat(checkout.log()).containsExactly("mvn");
  }

  @Test
  void run_javaFails_passesItsStatusOn() throws Exception {
    assertThat(checkout.run(Map.of("FAKE_STATUS", "12"), "verify").status()).isEqualTo(12);
  }

  @Test
  void run_buildFails_saysWhyAndTriesAgainNextTime() throws Exception {
    checkout.program("mvn", "echo '[ERROR] A.java:[1,1] no such thing'", "exit 1");
    Result result = checkout.run("x");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("[ERROR] A.java:[1,1] no such thing", "the build failed");
    assertThat(checkout.run("x").status()).isEqualTo(1);
  }

  @Test
  void setup_coqMissing_installsItWithApt() throws Exception {
    checkout.remove("coqc");
    checkout.apt("cp '" + checkout.bin() + "/coqtop' '" + checkout.bin() + "/coqc'");
    Result result = checkout.run("setup");

    assertThat(result.status()).isZero();
    assertThat(checkout.log())
        .anyMatch(
            l -> l.startsWith("apt-get") && l.endsWith("install --no-install-recommends coq"));
    assertThat(result.err()).contains("vmcts: installing coq with apt-get");
  }

  @Test
  void setup_coqMissingAndSwitchedOff_saysWhatToRun() throws Exception {
    checkout.remove("coqc");
    checkout.apt();
    Result result = checkout.run(Map.of("VMCTS_SETUP", "off"), "setup");

    assertThat(result.status()).isEqualTo(ExitCode.MISSING.status());
    assertThat(result.err())
        .contains("vmcts: missing: coq; install by hand: sudo apt-get install coq\n");
    assertThat(checkout.log()).noneMatch(l -> l.startsWith("apt-get"));
  }

  @Test
  void setup_noRootAndNoSudo_saysWhatToRun() throws Exception {
    checkout.remove("bwrap");
    checkout.program("id", "echo 1000");
    checkout.apt();
    Result result = checkout.run("setup");

    assertThat(result.status()).isEqualTo(ExitCode.MISSING.status());
    assertThat(result.err()).contains("install by hand: sudo apt-get install bubblewrap\n");
    assertThat(checkout.log()).noneMatch(l -> l.startsWith("apt-get"));
  }

  @Test
  void setup_aptFails_saysWhatToRun() throws Exception {
    checkout.remove("coqc");
    checkout.apt("echo 'E: no network' >&2; exit 100");
    Result result = checkout.run("setup");

    assertThat(result.status()).isEqualTo(ExitCode.MISSING.status());
    assertThat(result.err())
        .contains("E: no network", "install by hand: sudo apt-get install coq\n");
  }

  @Test
  void run_dafnyFile_setsUpDafnyAndNotCoq() throws Exception {
    checkout.remove("coqc");
    checkout.apt();
    checkout.run("verify", "a.dfy");
    checkout.run("verify", "a.dfy", "--dafny=/opt/dafny");

    assertThat(checkout.log().stream().filter(l -> l.contains("install")))
        .singleElement()
        .satisfies(l -> assertThat(l).endsWith("install --no-install-recommends dafny z3"));
  }

  @Test
  void run_planWithDafnyFile_setsUpDafnyAndCoq() throws Exception {
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(plan, "problems: [a.v, b.dfy]\n");
    checkout.remove("coqc");
    checkout.apt();
    Result result = checkout.run("sweep", plan.toString());

    assertThat(result.err()).contains("vmcts: installing coq dafny z3 with apt-get");
  }

  @Test
  void setup_all_setsUpDafnyToo() throws Exception {
    checkout.apt();
    Result result = checkout.run("setup", "all");

    assertThat(result.err()).contains("vmcts: installing dafny z3 with apt-get");
  }

  @Test
  void run_coqMissing_stillRuns() throws Exception {
    checkout.remove("coqc");
    Result result = checkout.run(Map.of("VMCTS_SETUP", "off"), "--help");

    assertThat(result.out()).contains("[--help]");
    assertThat(result.err()).contains("missing: coq");
  }

  @Test
  void run_buildSwitchedOffAndNothingBuilt_saysSo() throws Exception {
    Result result = checkout.run(Map.of("VMCTS_BUILD", "off"), "x");

    assertThat(result.status()).isEqualTo(ExitCode.MISSING.status());
    assertThat(result.err()).contains("nothing is built");
  }
}
