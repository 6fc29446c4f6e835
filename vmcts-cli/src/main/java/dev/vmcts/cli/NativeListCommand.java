package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.natives.NativeStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vmcts native list}: the builds of llama.cpp in the cache folder. */
@Command(
    name = "list",
    description =
        "Lists the builds of llama.cpp that vmcts native install has downloaded; a star marks the one that --native installed"
            + " means. vmcts doctor and vmcts model bench say what a build computes on.")
final class NativeListCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws ModelException {
    PrintWriter out = spec.commandLine().getOut();
    NativeStore store = NativeStore.ofCache();
    Optional<Path> preferred = store.preferred();
    for (Path build : store.list()) {
      boolean star = preferred.filter(build::equals).isPresent();
      out.printf("%s %-14s  %s%n", star ? "*" : " ", build.getFileName(), build);
    }
    out.flush();
    return ExitCode.SOLVED.status();
  }
}
