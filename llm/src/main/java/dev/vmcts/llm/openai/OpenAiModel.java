package dev.vmcts.llm.openai;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.TransientModelException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model behind a server that speaks OpenAI's protocol: llama-server, vLLM, SGLang, Ollama, hosted ones.
 *
 * <p>A text is gone on with at {@code /completions}, messages are answered at {@code /chat/completions}. The text streams in and the connection is closed where the stop rule cuts it. Requests of several threads run at
 * once. What is busy or broken is asked again, {@value #ATTEMPTS} times, with waits that double. A key comes from the
 * environment only and is sent over https or to this machine only.
 */
public final class OpenAiModel implements LanguageModel {

  static final int ATTEMPTS = 5;

  /** The context length where the server does not say it. */
  public static final int UNKNOWN_CONTEXT = 1 << 20;

  private static final Pattern TOO_LONG =
      Pattern.compile("(?i)context (length|size|window)|too long|exceed\\w* .*context");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);

  private final OpenAiAddress address;
  private final OpenAiServer server;
  private final ModelInfo info;
  private volatile Set<Extra> extras = Set.of(Extra.values());

  private OpenAiModel(OpenAiAddress address, OpenAiServer server, int contextLength) {
    this.address = address;
    this.server = server;
    this.info = new ModelInfo(address.model(), "", contextLength, "");
  }

  /**
   * Asks a server whether it has a model.
   *
   * @param text {@code URL#MODEL}; without a model, the only one that the server has
   * @throws ModelException if the server is not reached or does not have it
   */
  public static OpenAiModel open(String text) throws ModelException, InterruptedException {
    return open(text, System::getenv);
  }

  static OpenAiModel open(String text, UnaryOperator<@Nullable String> environment)
      throws ModelException, InterruptedException {
    OpenAiAddress address = OpenAiAddress.of(text);
    OpenAiServer server = OpenAiServer.of(address, environment);
    ServedModels served = server.models();
    OpenAiAddress chosen = address.withModel(served.choose(address));
    return new OpenAiModel(
        chosen, server, served.contextLength(chosen.model()).orElse(UNKNOWN_CONTEXT));
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException {
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      try {
        return once(prompt, sampling, stop, seed);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new TransientModelException(
              "no answer from " + address.base() + " in " + ATTEMPTS + " attempts: " + reason(e),
              e);
        }
      }
      Thread.sleep(wait.toMillis());
      wait = wait.multipliedBy(2);
    }
  }

  private static String reason(IOException e) {
    return e instanceof ConnectException
        ? "the connection is refused (is the server running?)"
        : Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  private Proposal once(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, IOException, InterruptedException {
    LineQueue lines = new LineQueue();
    Set<Extra> sent = extras;
    Optional<OpenAiServer.Refusal> refusal = server.complete(
        prompt.plain() ? OpenAiServer.TEXT : OpenAiServer.CHAT,
        CompletionBody.of(address.model(), prompt, sampling, seed, sent),
        lines);
    if (refusal.isPresent()) {
      without(refusal.get(), sent);
      return once(prompt, sampling, stop, seed);
    }
    CompletionText text = new CompletionText(stop, prompt);
    try {
      Optional<String> line = lines.next(OpenAiServer.LONGEST_SILENCE);
      while (line.isPresent() && !text.line(line.get())) {
        line = lines.next(OpenAiServer.LONGEST_SILENCE);
      }
    } finally {
      lines.cancel();
    }
    return text.proposal();
  }

  /** Leaves out for good what a server does not take; throws when there is no such thing in the request. */
  private void without(OpenAiServer.Refusal refusal, Set<Extra> sent) throws ModelException {
    if (refusal.status() != 400 && refusal.status() != 422) {
      throw refusal.exception(address);
    }
    if (TOO_LONG.matcher(refusal.message()).find()) {
      throw new PromptTooLongException(largest(refusal.message()), info.contextLength());
    }
    Set<Extra> fewer = EnumSet.noneOf(Extra.class);
    fewer.addAll(sent);
    if (!fewer.removeIf(extra -> extra.isNamed(refusal.message()))) {
      // What is refused is not named: what is missed least goes first.
      fewer.remove(sent.contains(Extra.COUNTS) ? Extra.COUNTS : Extra.CONTINUATION);
    }
    if (fewer.equals(sent)) {
      throw refusal.exception(address);
    }
    extras = Set.copyOf(fewer);
  }

  /** The number of tokens that the server speaks of. */
  private static int largest(String message) {
    int largest = 0;
    Matcher matcher = NUMBER.matcher(message);
    while (matcher.find()) {
      largest = Math.max(largest, Integer.parseInt(matcher.group()));
    }
    return largest;
  }

  @Override
  public void close() {}
}
