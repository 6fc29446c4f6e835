package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.file.CacheFolder;
import dev.vmcts.llm.gguf.GgufFile;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.text.OneLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmcts model list}: the models on this machine that vmcts knows about. */
@Command(
    name = "list",
    description =
        "Lists the bundled model and the GGUF files in the cache folder's models: size, context, prompt style, file.",
    sortOptions = false)
final class ModelListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object a line for each model.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files()) {
      out.println(line(file));
    }
    out.flush();
    return ExitCode.SOLVED.status();
  }

  private static List<Path> files() throws CliException {
    List<Path> files = new ArrayList<>();
    ModelOptions.bundled().ifPresent(files::add);
    Path cache = CacheFolder.models();
    if (Files.isDirectory(cache)) {
      try (Stream<Path> cached = Files.walk(cache)) {
        cached
            .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".gguf"))
            .sorted()
            .forEach(files::add);
      } catch (IOException | UncheckedIOException e) {
        throw CliException.usage(cache + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return files;
  }

  /** A file that cannot be used is listed with the reason, so that it can be told from one that is not there. */
  private String line(Path file) {
    ObjectNode facts = new JsonMapper().createObjectNode().put("model", file.toString());
    try {
      GgufFile header = LlamaCppModel.header(file, NativeOptions.ofEnvironment(null));
      long context = header.contextLength().orElse(0);
      String style = ModelFacts.style(file, header);
      facts
          .put("bytes", header.bytes())
          .put("contextTokens", context == 0 ? null : context)
          .put("promptStyle", style);
      return json
          ? facts.toString()
          : "%10s  %7s tokens  %-8s  %s"
              .formatted(
                  ModelFacts.size(header.bytes()), context == 0 ? "?" : context, style, file);
    } catch (ModelException e) {
      String reason = OneLine.of(String.valueOf(e.getMessage()));
      return json ? facts.put("error", reason).toString() : "  unusable: " + reason;
    }
  }
}
