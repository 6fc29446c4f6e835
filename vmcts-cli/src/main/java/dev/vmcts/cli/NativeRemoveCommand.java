package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.natives.NativeStore;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts native remove}: deletes a build of llama.cpp. */
@Command(
    name = "remove",
    description =
        "Deletes a build of llama.cpp that vmcts native install has downloaded, and says which folder it was.")
final class NativeRemoveCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "As vmcts native list calls it, such as cpu-3.22.1.")
  private String name = "";

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws ModelException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(NativeStore.ofCache().remove(name));
    out.flush();
    return ExitCode.SOLVED.status();
  }
}
