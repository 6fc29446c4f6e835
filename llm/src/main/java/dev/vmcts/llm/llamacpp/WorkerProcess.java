package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.StreamingModel.TokenListener;
import dev.vmcts.llm.TransientModelException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The child process that a model lives in, seen from its parent. For several threads. */
final class WorkerProcess {

  private static final Duration GRACE = Duration.ofSeconds(3);

  /** What answers to the first message are numbered. */
  private static final int START = 0;

  private final Process process;
  private final Consumer<String> notes;
  private final StderrTail log;
  private final Mailboxes answers = new Mailboxes();
  private @Nullable NativeInfo library;

  private WorkerProcess(Process process, Consumer<String> notes) {
    this.process = process;
    this.notes = notes;
    this.log = new StderrTail(process.getErrorStream());
    answers.open(START);
    Thread reader = new Thread(this::read, "model-answers");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process and lets it load a model.
   *
   * @param notes takes lines for the user, in a thread of the process's own
   * @throws ModelException if it cannot be started or cannot load the model in time
   */
  static WorkerProcess start(Message.Start start, Duration limit, Consumer<String> notes)
      throws ModelException, InterruptedException {
    WorkerProcess worker;
    try {
      ProcessBuilder builder = new ProcessBuilder(command());
      waitPassively(builder.environment());
      worker = new WorkerProcess(builder.start(), notes);
    } catch (IOException e) {
      throw new ModelException("cannot start a process for the model: " + e.getMessage(), e);
    }
    boolean ready = false;
    try {
      Frames.write(worker.process.getOutputStream(), start);
      Optional<Message> answer = worker.answers.await(START, limit);
      if (answer.orElse(null) instanceof Message.Failed failed) {
        String why = worker.kill();
        throw new ModelException(failed.text() + (why.isEmpty() ? "" : " (" + why + ")"));
      }
      if (answer.orElse(null) instanceof Message.Ready told) {
        worker.library = told.library();
        worker.answers.close(START);
        ready = true;
        return worker;
      }
      throw new ModelException("the model's process says " + answer + " instead of being ready");
    } catch (IOException e) {
      throw new ModelException(
          "the model's process ended while it loaded " + start.model() + worker.end(), e);
    } finally {
      if (!ready) {
        worker.process.destroyForcibly();
      }
    }
  }

  /**
   * Lets threads of llama.cpp sleep when they wait for each other, unless the user has said otherwise.
   *
   * <p>Left alone, OpenMP's threads spin. Where another program has the processor that one of them needs, all the others
   * spin until it comes back, many times a token.
   */
  private static void waitPassively(Map<String, String> environment) {
    if (!environment.containsKey("GOMP_SPINCOUNT")) {
      environment.putIfAbsent("OMP_WAIT_POLICY", "passive");
    }
  }

  private static List<String> command() throws ModelException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Little room for new objects: memory that is touched for the first time costs more than a
    // collection, and what is used again stays in the processor's cache.
    command.addAll(List.of("-Xmx512m", "-Xmn4m", "-Xss1m", "-XX:+UseSerialGC"));
    command.addAll(List.of(
        "-XX:+DisplayVMOutputToStderr", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"));
    // No file outside of the cache: neither of the Java's counters nor of what JNA would unpack.
    command.add("-XX:-UsePerfData");
    command.addAll(List.of(
        "-Djna.nounpack=true", "-Djna.boot.library.path=" + NativeFiles.jna().getParent()));
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8", "-Djava.awt.headless=true"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LlamaWorker.class.getName()));
    return command;
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      Optional<Message> message = Frames.read(in);
      while (message.isPresent()) {
        if (message.get() instanceof Message.Note note) {
          notes.accept(note.text());
        } else {
          answers.deliver(message.get());
        }
        message = Frames.read(in);
      }
    } catch (IOException e) {
      // A broken stream is the end of the process's usefulness, which the marker below says.
      process.destroyForcibly();
    }
    answers.end();
  }

  /** The build of llama.cpp that runs the model. */
  NativeInfo library() {
    return Objects.requireNonNull(library, "it is known once the model is loaded");
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Asks for a proposal, while others may do so, too.
   *
   * @param listener hears of each token, if the request streams; when it wants no more, the answer is
   *     {@link Message.Kind#CANCELLED}
   * @throws TransientModelException if the process died meanwhile, or the request took too long
   */
  Message ask(Message.Sample request, Duration limit, TokenListener listener)
      throws ModelException, InterruptedException {
    int number = request.request();
    answers.open(number);
    try {
      Frames.write(process.getOutputStream(), request);
      return answerTo(number, limit, listener)
          .orElseThrow(
              () -> new TransientModelException("a proposal took longer than " + seconds(limit)));
    } catch (IOException e) {
      throw new TransientModelException("the model's process ended during a request" + end(), e);
    } catch (InterruptedException | TransientModelException | RuntimeException e) {
      cancel(number, limit);
      throw e;
    } finally {
      answers.close(number);
    }
  }

  /**
   * Asks how many tokens a text has.
   *
   * @throws TransientModelException if the process died meanwhile, or the answer took too long
   */
  int count(int number, String text, Duration limit) throws ModelException, InterruptedException {
    answers.open(number);
    try {
      Frames.write(process.getOutputStream(), new Message.Count(number, text));
      if (answers.await(number, limit).orElse(null) instanceof Message.Counted counted) {
        return counted.tokens();
      }
      throw new TransientModelException("tokens were not counted within " + seconds(limit));
    } catch (IOException e) {
      throw new TransientModelException("the model's process ended during a request" + end(), e);
    } finally {
      answers.close(number);
    }
  }

  private Optional<Message> answerTo(int request, Duration limit, TokenListener listener)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<Message> answer =
          answers.await(request, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      if (answer.isEmpty() || !(answer.get() instanceof Message.Piece piece)) {
        return answer;
      }
      if (!listener.token(piece.token())) {
        cancel(request, limit);
        return Optional.of(
            new Message.Failed(request, Message.Kind.CANCELLED, "no more is wanted", 0, 0));
      }
    }
  }

  /**
   * Asks the process to give a request up.
   *
   * <p>A process that does not is killed: when it works for nobody else, or said nothing at all for as long as a request
   * may take. Else it may be in the middle of a batch that others wait for.
   */
  private void cancel(int request, Duration limit) {
    boolean interrupted = Thread.interrupted();
    try {
      Frames.write(process.getOutputStream(), new Message.Cancel(request));
      boolean alone = answers.size() == 1;
      if (alone
          ? answerTo(request, GRACE, token -> true).isEmpty()
          : answers.silence().compareTo(limit) > 0) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How the process ended, for a message. */
  private String end() throws InterruptedException {
    String how = "";
    if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      int status = process.exitValue();
      how = status > 128 ? ", killed by signal " + (status - 128) : ", exit status " + status;
    }
    String why = log.why();
    return how + (why.isEmpty() ? "" : " (" + why + ")");
  }

  /** Ends the process at once; returns what its log says. */
  private String kill() throws InterruptedException {
    process.destroyForcibly();
    return log.why();
  }

  /** Ends the process at once; never throws. */
  void close() {
    process.destroyForcibly();
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " seconds";
  }
}
