package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.StreamingModel;
import dev.vmcts.llm.serve.CompletionServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmcts model serve}: a local model behind OpenAI's protocol, until the process is ended. */
@Command(
    name = "serve",
    description =
        "Serves a local model over HTTP in OpenAI's protocol, several requests at once, until Ctrl-C: /v1/models,"
            + " /v1/completions and /v1/chat/completions, streamed or whole. There is no authentication and no encryption.",
    sortOptions = false)
final class ModelServeCommand implements Callable<Integer> {

  @Mixin
  private ModelOptions modelOptions;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; one that is not of this machine's own loop lets others in."
              + " Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ModelException, InterruptedException {
    if (port < 0 || port > 65_535) {
      throw CliException.usage("port is " + port + "; allowed: 0 to 65535");
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw CliException.usage("host '" + host + "' is not known");
    }
    try (LanguageModel model = modelOptions.open()) {
      if (!(model instanceof StreamingModel local)) {
        throw CliException.usage(
            "model '" + modelOptions.spec() + "' is not run here; allowed: FILE.gguf");
      }
      try (CompletionServer server = CompletionServer.start(local, address)) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("vmcts: serves " + model.info().id() + "; ask it with --model openai:http://"
            + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/v1#"
            + model.info().id());
        out.flush();
        new CountDownLatch(1).await();
      }
    } catch (IOException e) {
      throw CliException.usage(
          "cannot listen on " + host + ":" + port + ": " + e.getMessage()
              + "; choose another with --port or --host",
          e);
    }
    return ExitCode.SOLVED.status();
  }
}
