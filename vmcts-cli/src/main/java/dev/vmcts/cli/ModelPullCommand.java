package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.DownloadProgress;
import dev.vmcts.llm.file.CacheFolder;
import dev.vmcts.llm.hub.Hub;
import dev.vmcts.llm.hub.HubCache;
import dev.vmcts.llm.hub.HubDownload;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts model pull}: downloads a model from a hub into the cache folder. */
@Command(
    name = "pull",
    description = {
      "Downloads a GGUF file from " + Hub.DEFAULT_ENDPOINT
          + " into the cache folder, goes on where an earlier download"
          + " was cut off, and checks its SHA-256. --model hf:OWNER/REPO then opens it, without a network.",
      "Environment: HF_ENDPOINT names a mirror, HF_TOKEN a token, VMCTS_CACHE the cache folder."
    },
    sortOptions = false)
final class ModelPullCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "MODEL",
      description =
          "hf:OWNER/REPO, hf:OWNER/REPO:QUANT or hf:OWNER/REPO/FILE.gguf. Of several files the one in Q4_K_M is taken"
              + " when none is named.")
  private String model = "";

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ModelException, InterruptedException {
    HubDownload download =
        new HubDownload(Hub.of(System::getenv), new HubCache(CacheFolder.models()));
    DownloadProgress progress = quiet
        ? (bytes, of) -> {}
        : new PullProgress(
            spec.commandLine().getErr(), Progress.onTerminal(), InstantSource.system());
    Path file = download.run(ModelRemoveCommand.name(model), progress);
    PrintWriter out = spec.commandLine().getOut();
    out.println(file);
    out.flush();
    // Says what llama.cpp would say against it now, rather than when a search begins.
    LlamaCppModel.header(file, NativeOptions.ofEnvironment(null));
    return ExitCode.SOLVED.status();
  }
}
