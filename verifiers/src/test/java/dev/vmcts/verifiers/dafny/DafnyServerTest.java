package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.dafny.DafnyPrefix.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One server that is asked of many programs in a row says of each what a process says that has seen nothing else.
 *
 * <p>{@code -Dvmcts.sequence=N} makes the rows longer.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class DafnyServerTest {

  private static final int LENGTH = Integer.getInteger("vmcts.sequence", 8);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void check_sequenceOfPrefixes_saysWhatANewProcessSays(long seed, TestReporter reporter)
      throws Exception {
    RealDafny.assume();
    DafnyInstallation dafny = new DafnyInstallation(RealDafny.OPTIONS);
    assumeTrue(dafny.server().isPresent(), "this Dafny has no such server");
    Random random = new Random(seed);
    List<Path> files = RealDafny.references();
    int errors = 0;
    try (DafnyEngine engine = new DafnyEngine(dafny, RealDafny.OPTIONS)) {
      for (int i = 0; i < LENGTH; i++) {
        Path file = files.get(random.nextInt(files.size()));
        DafnyCheck check = check(ProblemReader.read(file), random);
        DafnyReport served = engine.check(check);
        DafnyReport fresh = engine.confirm(check);
        String asked = "seed " + seed + ", request " + i + ", " + check.depth() + " of "
            + check.names() + ":\n" + check.program();
        assertThat(Set.copyOf(served.errors())).as(asked).isEqualTo(Set.copyOf(fresh.errors()));
        assertThat(Set.copyOf(served.verified())).as(asked).isEqualTo(Set.copyOf(fresh.verified()));
        errors += fresh.errors().size();
      }
    }
    reporter.publishEntry("seed " + seed, LENGTH + " requests, " + errors + " errors");
    assertThat(errors).isPositive();
  }

  /** A closed prefix of a solution, every second one with a token changed, to be resolved or to be proven. */
  private static DafnyCheck check(Problem problem, Random random) {
    List<String> fills =
        random.nextBoolean() ? problem.reference() : DafnyMutations.one(problem, random);
    String text = problem.fill(fills);
    List<Step> steps = DafnyPrefix.of(text).steps();
    int end = steps.get(random.nextInt(steps.size())).end();
    DafnyPrefix prefix = DafnyPrefix.of(text.substring(0, end));
    String program = prefix.text() + prefix.closing(0);
    List<String> names = prefix.declarations().stream()
        .filter(d -> d.body() && !d.name().isEmpty() && !d.keyword().endsWith("datatype"))
        .map(DafnyDeclaration::name)
        .toList();
    return names.isEmpty() || random.nextBoolean()
        ? DafnyCheck.resolve(program)
        : DafnyCheck.verify(program, names.subList(names.size() - 1, names.size()));
  }
}
