package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.prompt.PromptStyle;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmcts prompt list}: the prompt styles that come with vmcts. */
@Command(
    name = "list",
    description = "Lists the prompt styles that come with vmcts; each is a YAML file in prompts/.",
    sortOptions = false)
final class PromptListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object a line for each style.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : PromptStyle.BUNDLED) {
      PromptStyle style = PromptOptions.named(name);
      if (json) {
        out.println(new JsonMapper().valueToTree(style));
      } else {
        out.printf("%-8s  %s%n", name, style.description());
      }
    }
    out.flush();
    return ExitCode.SOLVED.status();
  }
}
