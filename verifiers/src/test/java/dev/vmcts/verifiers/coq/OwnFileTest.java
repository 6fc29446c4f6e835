package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verify.Acceptance;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The quickstart's file without a header and a reference solution. */
final class OwnFileTest {

  private static final List<String> PROOFS = List.of(
      "induction n.\n- simpl. lia.\n- simpl. lia.\nQed.",
      "induction n.\n- reflexivity.\n- simpl. lia.\nQed.");

  @Tag("slow")
  @Test
  void accept_ownFile_bothProofsAndNotOneAlone() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Problem own = ProblemReader.read(Path.of("..", "problems", "quickstart", "own.v"));
    CoqVerifier coq = new CoqVerifier(CoqOptions.DEFAULT);

    assertThat(own.header()).isEqualTo(Header.NONE);
    assertThat(coq.accept(own, PROOFS)).isInstanceOf(Acceptance.Accepted.class);
    assertThat(coq.accept(own, List.of(PROOFS.get(0), "Admitted.")))
        .isInstanceOf(Acceptance.Refused.class);
  }
}
