package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {

  @Test
  void status_everyCode_isPinned() {
    String table = Arrays.stream(ExitCode.values())
        .map(c -> c.status() + " " + c)
        .collect(Collectors.joining("\n"));

    assertThat(table).isEqualTo("""
            0 SOLVED
            1 INTERNAL
            2 USAGE
            10 BUDGET_SPENT
            11 EXHAUSTED
            12 REJECTED
            13 INCONCLUSIVE
            14 DIFFERENT
            15 FEW_SOLVED
            20 MISSING
            21 MALFORMED
            130 INTERRUPTED""");
  }

  @Test
  void help_footer_listsEveryCode() {
    String help = Cli.run("--help").out();

    for (ExitCode code : ExitCode.values()) {
      assertThat(help).contains(String.format("%3d  %s", code.status(), code.meaning()));
    }
  }
}
