package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.GpuLayers;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.natives.NativeChoice;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which build of llama.cpp runs a local model, and what is put on a GPU. */
final class NativeOptions {

  @Option(
      names = "--native",
      paramLabel = "LIBRARY",
      description = "The llama.cpp that runs local models: " + NativeChoice.ALLOWED
          + " (docs/native.md). Default: what VMCTS_NATIVE says, else default.")
  private @Nullable String library;

  @Option(
      names = "--gpu-layers",
      paramLabel = "N",
      description = "Layers of a local model on a GPU, for a --native with one: "
          + GpuLayers.ALLOWED + ". auto: as many as fit, none without a GPU. Default: auto.")
  private @Nullable String gpuLayers;

  /** The build that the user wants. */
  NativeChoice choice() {
    return ofEnvironment(library);
  }

  /** The build that an option says, else the environment, else the default. */
  static NativeChoice ofEnvironment(@Nullable String option) {
    return NativeChoice.of(option, System.getenv(NativeChoice.VARIABLE));
  }

  /**
   * Changes the options of a model to what the user said.
   *
   * @param model the model as the user named it
   * @throws CliException if no such number of layers is allowed, or the model is not run here
   */
  UnaryOperator<LlamaOptions> change(String model) throws CliException, ModelException {
    if (library != null) {
      ModelOptions.checkLocal("--native " + library, model);
    }
    if (gpuLayers != null) {
      ModelOptions.checkLocal("--gpu-layers " + gpuLayers, model);
    }
    NativeChoice choice = choice();
    int layers = layers();
    return options -> options.withLibrary(choice).withGpuLayers(layers);
  }

  private int layers() throws CliException {
    try {
      return gpuLayers == null ? GpuLayers.AUTO : GpuLayers.parse(gpuLayers);
    } catch (IllegalArgumentException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
  }
}
