package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.cli.ModelBench.Rates;
import dev.vmcts.cli.ModelBench.Speed;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.open.Models;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts model bench}: how fast a local model reads prompts and writes tokens. */
@Command(
    name = "bench",
    description = {
      "Measures how fast a local model reads a prompt that it has not seen (prefill) and writes after it (decode), in the"
          + " process that searches use.",
      "A rate is tokens a second of wall-clock time from request to answer, so pipes, tokenizing and sampling are in it;"
          + " whatever else the machine does slows it. The median of the rounds is shown, with the lowest and the highest."
    },
    sortOptions = false)
final class ModelBenchCommand implements Callable<Integer> {

  private static final int MOST = 1 << 20;

  /** As many as a model works on by default. */
  private static final int MOST_AT_ONCE = 16;

  @Parameters(
      paramLabel = "FILE.gguf",
      arity = "0..1",
      description = "The model. Default: the bundled one.")
  private @Nullable String model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      description =
          "Numbers of threads to measure, such as 1,2,4. Default: powers of two up to the number of cores.")
  private List<Integer> threads = List.of();

  @Option(
      names = "--at-once",
      paramLabel = "N",
      split = ",",
      defaultValue = "1",
      description =
          "Numbers of requests at once to measure, such as 1,2,4: the model computes their tokens in one batch. Decode is of"
              + " all of them together. Default: ${DEFAULT-VALUE}.")
  private List<Integer> atOnce = List.of();

  @Option(
      names = "--prompt-tokens",
      paramLabel = "N",
      defaultValue = "256",
      description = "Tokens of the prompt, about. Default: ${DEFAULT-VALUE}.")
  private int promptTokens;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      defaultValue = "64",
      description = "Tokens to write after it. Default: ${DEFAULT-VALUE}.")
  private int tokens;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds that count. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "2",
      description = "Rounds before them that do not. Default: ${DEFAULT-VALUE}.")
  private int warmUp;

  @Mixin
  private NativeOptions nativeOptions;

  @Mixin
  private ContextSizeOptions contextSize;

  @Option(
      names = "--json",
      description =
          "Print one JSON object a line for each number of threads and of requests at once.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ModelException, InterruptedException {
    check("prompt-tokens", promptTokens, 1, MOST);
    check("tokens", tokens, 1, MOST);
    check("rounds", rounds, 1, 1000);
    check("warm-up", warmUp, 0, 1000);
    for (int count : threads) {
      check("threads", count, 1, LlamaOptions.MOST_THREADS);
    }
    for (int count : atOnce) {
      check("at-once", count, 1, MOST_AT_ONCE);
    }
    String named = ModelOptions.specOf(model);
    if (Models.file(named).isEmpty()) {
      throw CliException.usage("model '" + named + "' is not run here; allowed: FILE.gguf");
    }
    PrintWriter out = spec.commandLine().getOut();
    UnaryOperator<LlamaOptions> natives = nativeOptions.change(named);
    UnaryOperator<LlamaOptions> lengths = contextSize.change(named);
    boolean first = true;
    for (int count : threads.isEmpty() ? powersOfTwo() : threads) {
      try (LanguageModel opened =
          Models.open(named, options -> lengths.apply(natives.apply(options.withThreads(count))))) {
        NativeText library = new NativeText(((LlamaCppModel) opened).library());
        for (int requests : atOnce) {
          Speed speed = measure(opened, count, requests);
          out.print(
              json
                  ? json(named, library, speed) + "\n"
                  : (first ? head(named, library, speed) : "") + line(speed));
          out.flush();
          first = false;
        }
      }
    }
    return ExitCode.SOLVED.status();
  }

  private Speed measure(LanguageModel opened, int count, int requests)
      throws CliException, ModelException, InterruptedException {
    int context = opened.info().contextLength();
    if (promptTokens + tokens > context) {
      throw CliException.usage("prompt-tokens and tokens are " + promptTokens + " and " + tokens
          + "; allowed: together at most the model's context, " + context);
    }
    return new ModelBench(promptTokens, tokens, rounds, warmUp).run(opened, count, requests);
  }

  private static List<Integer> powersOfTwo() {
    int cores = Math.min(Runtime.getRuntime().availableProcessors(), LlamaOptions.MOST_THREADS);
    List<Integer> counts = new ArrayList<>();
    for (int count = 1; count <= cores; count *= 2) {
      counts.add(count);
    }
    return counts;
  }

  private static void check(String option, int value, int least, int most) throws CliException {
    if (value < least || value > most) {
      throw CliException.usage(option + " is " + value + "; allowed: " + least + " to " + most);
    }
  }

  private String head(String named, NativeText library, Speed speed) {
    return String.format(
        Locale.ROOT,
        "%s%n%s%na prompt of %d tokens, then %d tokens; median of %d rounds after %d%n"
            + "threads  at once  prefill, tokens/s (lowest to highest)  decode, tokens/s (lowest to highest)%n",
        named,
        library.text(),
        speed.promptTokens(),
        tokens,
        rounds,
        warmUp);
  }

  private static String line(Speed speed) {
    return String.format(
        Locale.ROOT,
        "%7d  %7d  %-39s  %s%n",
        speed.threads(),
        speed.atOnce(),
        text(speed.prefill()),
        text(speed.decode()));
  }

  private static String text(Rates rates) {
    return String.format(
        Locale.ROOT, "%.1f (%.1f to %.1f)", rates.median(), rates.lowest(), rates.highest());
  }

  private String json(String named, NativeText library, Speed speed) {
    ObjectNode line = new JsonMapper()
        .createObjectNode()
        .put("model", named)
        .put("threads", speed.threads())
        .put("atOnce", speed.atOnce())
        .put("promptTokens", speed.promptTokens())
        .put("tokens", tokens)
        .put("rounds", rounds)
        .put("warmUpRounds", warmUp);
    line.set("library", library.json());
    line.set("prefillTokensPerSecond", new JsonMapper().valueToTree(speed.prefill()));
    line.set("decodeTokensPerSecond", new JsonMapper().valueToTree(speed.decode()));
    return line.toString();
  }
}
