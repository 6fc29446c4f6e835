package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.file.CacheFolder;
import dev.vmcts.llm.hub.HubCache;
import dev.vmcts.llm.hub.HubName;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts model remove}: deletes a downloaded model. */
@Command(
    name = "remove",
    description =
        "Deletes a model that vmcts model pull has downloaded, and says which file it was.")
final class ModelRemoveCommand implements Callable<Integer> {

  private static final String HUB = "hf:";

  @Parameters(
      paramLabel = "MODEL",
      description = "hf:OWNER/REPO, hf:OWNER/REPO:QUANT or hf:OWNER/REPO/FILE.gguf.")
  private String model = "";

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ModelException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(new HubCache(CacheFolder.models()).remove(name(model)));
    out.flush();
    return ExitCode.SOLVED.status();
  }

  /** The model of a hub that a user named; a usage error for anything else. */
  static HubName name(String model) throws CliException {
    try {
      if (model.startsWith(HUB)) {
        return HubName.of(model.substring(HUB.length()));
      }
    } catch (ModelException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
    throw CliException.usage(
        "'" + model + "' names no model of a hub; allowed: " + HubName.ALLOWED);
  }
}
