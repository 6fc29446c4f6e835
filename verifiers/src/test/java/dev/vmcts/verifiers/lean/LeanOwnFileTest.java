package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Acceptance;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The quickstart's file without a header and a reference solution. */
final class LeanOwnFileTest {

  private static final String PROOF = """
      induction n with
        | zero => exact Nat.zero_le _
        | succ n ih => simp only [sumTo] <;> omega""";

  @Test
  void accept_ownFile_bothProofsAndNotOneAlone() throws Exception {
    Problem own = ProblemReader.read(Path.of("..", "problems", "quickstart", "own.lean"));

    assertThat(own.header()).isEqualTo(Header.NONE);
    assertThat(own.holes()).hasSize(2);
    RealLean.assumeWithProofs();
    LeanVerifier lean = new LeanVerifier(RealLean.OPTIONS);
    assertThat(lean.accept(own, List.of("rfl", PROOF))).isInstanceOf(Acceptance.Accepted.class);
    assertThat(lean.accept(own, List.of("rfl", "sorry"))).isInstanceOf(Acceptance.Refused.class);
  }
}
