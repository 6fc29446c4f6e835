package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.llm.chat.ChatTemplate;
import dev.vmcts.llm.chat.Spelled;
import dev.vmcts.llm.file.FileHash;
import dev.vmcts.llm.gguf.Architectures;
import dev.vmcts.llm.gguf.GgufFile;
import dev.vmcts.llm.natives.NativeChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A language model in a GGUF file, run by llama.cpp on this machine's processor in a process of its own.
 *
 * <p>Requests of several threads are worked on at once, half as many as there are sequences; others wait, in the order in
 * which they come. What a request is answered may then differ in the last bits of its log-probabilities from what it is
 * answered alone. Should the process die, the requests that it worked on fail with {@link TransientModelException} and the
 * next one starts it anew. An interrupted request is broken off.
 */
public final class LlamaCppModel implements StreamingModel {

  /** The metadata key of a GGUF file that names the prompt style which the model was trained with. */
  private static final String PROMPT_STYLE_KEY = "vmcts.prompt_style";

  /** The metadata key of a GGUF file that lists the words which the model can spell without a prompt that has them. */
  static final String WORDS_KEY = "vmcts.words";

  private static final String INSTRUCT = "instruct";
  private static final int MOST_DEATHS = 3;
  private static final int DEFAULT_CONTEXT = 4096;
  static final long MAPPED_FROM_BYTES = 1L << 30;

  private final LlamaOptions options;
  private final ModelInfo info;
  private final ChatTemplate template;
  private final Message.Start start;
  private final NativeInfo library;
  private final Semaphore slots;
  private final AtomicInteger requests = new AtomicInteger();
  /** Held to start the process, and to count its deaths. */
  private final ReentrantLock starting = new ReentrantLock(true);

  private volatile @Nullable WorkerProcess worker;
  private volatile boolean closed;
  private @Nullable WorkerProcess failed;
  private int deaths;

  private LlamaCppModel(
      LlamaOptions options,
      ModelInfo info,
      ChatTemplate template,
      Message.Start start,
      WorkerProcess worker) {
    this.options = options;
    this.info = info;
    this.template = template;
    this.start = start;
    this.library = worker.library();
    this.worker = worker;
    this.slots = new Semaphore(Math.max(1, options.sequences() / 2), true);
  }

  /**
   * Checks the model's file and loads it.
   *
   * @throws ModelException if the file is no model that the chosen llama.cpp can run here, or that llama.cpp cannot be
   *     used
   */
  public static LlamaCppModel open(LlamaOptions options)
      throws ModelException, InterruptedException {
    Path file = options.model().toAbsolutePath();
    GgufFile header = header(file, options.library());
    if (options.draft().model().isPresent()) {
      header(options.draft().model().get(), options.library());
    }
    int context = contextLength(options, header);
    int cells = options.cells() == 0 ? 2 * context : options.cells();
    if (cells < context) {
      throw new ModelException(
          "cache cells is " + cells + "; allowed: at least the context length, " + context);
    }
    check(file, options, header, cells);
    String hash = FileHash.ofFile(file);
    Message.Start start = new Message.Start(
        (options.library().isDefault() ? NativeFiles.llama() : options.library().file()).toString(),
        file.toString(),
        options.threads(),
        context,
        cells,
        options.sequences(),
        Math.min(options.batch(), cells),
        options.gpuLayers(),
        header.bytes() >= MAPPED_FROM_BYTES,
        header.text(WORDS_KEY).orElse(""),
        options.draft().name(),
        options.setup(),
        new Message.Kept(
            options.keeping().folder().toAbsolutePath().toString(),
            options.keeping().mostBytes(),
            hash));
    ModelInfo info =
        new ModelInfo(String.valueOf(file.getFileName()), hash, context, promptStyle(file, header));
    return new LlamaCppModel(
        options,
        info,
        template(file, header),
        start,
        WorkerProcess.start(start, options.startTimeout(), options.keeping().told()));
  }

  /**
   * The header of a model's file, which is refused if the library cannot run it. What the default library knows is known;
   * another one finds out when it loads the model.
   *
   * @throws ModelException with the words of {@link #open}
   */
  public static GgufFile header(Path file, NativeChoice library) throws ModelException {
    GgufFile header = GgufFile.read(file);
    if (library.isDefault()) {
      Architectures.check(file, header);
    } else {
      Architectures.checkForAnyLibrary(file, header);
    }
    long trained = header.contextLength().orElse(DEFAULT_CONTEXT);
    if (trained < 16) {
      throw new ModelException(
          "model file " + file + " has a context of " + trained + " tokens; needed: 16");
    }
    return header;
  }

  /** The chat template that a model's file holds. */
  public static ChatTemplate template(Path file, GgufFile header) {
    return ChatTemplate.of(String.valueOf(file.getFileName()), header);
  }

  /** The prompt style that a model was trained with or that suits its chat template; empty when neither is known. */
  public static String promptStyle(Path file, GgufFile header) {
    return header
        .text(PROMPT_STYLE_KEY)
        .orElse(template(file, header).suits(header) ? INSTRUCT : "");
  }

  private static int contextLength(LlamaOptions options, GgufFile header) throws ModelException {
    long said = header.contextLength().orElse(DEFAULT_CONTEXT);
    // A file with scaling of its own says the length that this makes of the one of the training.
    long trained = options.setup().rope() == ContextSetup.Rope.MODEL
        ? said
        : header.scalar("rope.scaling.original_context_length").orElse(said);
    long longest = options.setup().longest(trained);
    if (options.contextLength() == 0) {
      return (int) Math.min(longest, DEFAULT_CONTEXT);
    }
    if (options.contextLength() > longest) {
      throw new ModelException("context length is " + options.contextLength() + "; allowed: 16 to "
          + longest + ", what the model was trained with"
          + (longest > trained ? " times rope scale" : ""));
    }
    return options.contextLength();
  }

  /** Refuses keys and values that cannot be stored as wanted, and a model that the memory does not hold. */
  private static void check(Path file, LlamaOptions options, GgufFile header, int cells)
      throws ModelException {
    KvType type = options.setup().kv();
    long head = MemoryNeed.headSize(header);
    if (head % type.blockLength() != 0) {
      throw new ModelException("kv type is " + type + ", but the attention heads of model file "
          + file + " have " + head
          + " numbers; allowed: f16, or a model whose heads have a multiple of "
          + type.blockLength());
    }
    if (options.gpuLayers() == 0 || options.library().isDefault()) {
      MemoryNeed.of(header, type).check(file, cells, type, MemoryNeed.free());
    }
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  /** The build of llama.cpp that runs the model, and what it computes on. */
  public NativeInfo library() {
    return library;
  }

  @Override
  public Optional<String> refusesTurns() {
    return template.refusal();
  }

  @Override
  public int tokens(String text) throws ModelException, InterruptedException {
    if (text.isEmpty()) {
      return 0;
    }
    PromptCheck.check(text);
    return running().count(requests.incrementAndGet(), text, options.requestTimeout());
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException {
    Spelled spelled = template.spell(prompt);
    return proposal(
        ask(new Message.Sample(0, spelled, sampling, stop.id(), seed, false), token -> true));
  }

  @Override
  public Optional<Proposal> stream(
      Prompt prompt, Sampling sampling, long seed, TokenListener listener)
      throws ModelException, InterruptedException {
    Spelled spelled = template.spell(prompt);
    Message answer =
        ask(new Message.Sample(0, spelled, sampling, StopRule.NONE.id(), seed, true), listener);
    return answer instanceof Message.Failed failed && failed.kind() == Message.Kind.CANCELLED
        ? Optional.empty()
        : Optional.of(proposal(answer));
  }

  /** Asks the process when there is room for this request, which gets its number here. */
  private Message ask(Message.Sample request, TokenListener listener)
      throws ModelException, InterruptedException {
    PromptCheck.check(request.prompt().text());
    slots.acquire();
    try {
      WorkerProcess process = running();
      try {
        Message answer = process.ask(
            request.withNumber(requests.incrementAndGet()), options.requestTimeout(), listener);
        answered();
        return answer;
      } catch (TransientModelException e) {
        failed(process);
        throw e;
      }
    } finally {
      slots.release();
    }
  }

  private void answered() {
    starting.lock();
    try {
      deaths = 0;
    } finally {
      starting.unlock();
    }
  }

  /** Counts a death, which several requests may tell of. */
  private void failed(WorkerProcess process) {
    starting.lock();
    try {
      deaths += process == failed ? 0 : 1;
      failed = process;
    } finally {
      starting.unlock();
    }
  }

  private static Proposal proposal(Message answer) throws ModelException {
    if (answer instanceof Message.Done done) {
      return done.proposal();
    }
    Message.Failed failed = (Message.Failed) answer;
    if (failed.kind() == Message.Kind.TOO_LONG) {
      throw new PromptTooLongException(failed.promptTokens(), failed.contextLength());
    }
    throw new ModelException(failed.text());
  }

  private WorkerProcess running() throws ModelException, InterruptedException {
    starting.lockInterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      WorkerProcess process = worker;
      return process != null && process.alive() ? process : startedAnew();
    } finally {
      starting.unlock();
    }
  }

  private WorkerProcess startedAnew() throws ModelException, InterruptedException {
    if (deaths >= MOST_DEATHS) {
      throw new ModelException("the model's process died " + deaths
          + " times in a row; try fewer threads, a shorter context or another" + " model file");
    }
    // Twice in a row it may be what was kept.
    WorkerProcess process = WorkerProcess.start(
        deaths > 1 ? start.withoutKept() : start,
        options.startTimeout(),
        options.keeping().told());
    worker = process;
    if (closed) {
      process.close();
      throw new IllegalStateException("the model is closed");
    }
    return process;
  }

  /** The number of the model's process; for tests. */
  long workerPid() {
    WorkerProcess process = worker;
    return process == null ? -1 : process.pid();
  }

  /** Ends the model's process, and with it any request; never throws. */
  @Override
  public void close() {
    closed = true;
    WorkerProcess process = worker;
    if (process != null) {
      process.close();
    }
  }
}
