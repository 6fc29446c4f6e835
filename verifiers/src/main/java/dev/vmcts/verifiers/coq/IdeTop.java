package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ToolProcess;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running {@code coqidetop} and its XML protocol: one call at a time, each with a time limit.
 *
 * <p>A sentence that was added has run only when the goals were asked for. A call whose time is over is interrupted as
 * by Ctrl-C; when Coq does not obey, the process is killed.
 */
final class IdeTop implements AutoCloseable {

  /** The number of the state before the first sentence. */
  static final int INITIAL_STATE = 1;

  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration OBEY_TIME = Duration.ofMillis(700);
  private static final List<String> ARGUMENTS = List.of(
      "-main-channel",
      "stdfds",
      "-q",
      "-async-proofs",
      "off",
      "-w",
      "none",
      "-set",
      "Printing Width=2000",
      "-set",
      "Printing Depth=1000");

  private static final String GREETING = "Skipping rcfile loading.";

  private final ToolProcess process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  /** A killed process may be seen alive for a moment. */
  private boolean closed;

  private boolean placed = true;

  private IdeTop(ToolProcess process) {
    this.process = process;
    Thread reader =
        new Thread(new IdeAnswers(process.stdout(), answers), "vmcts-coq-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one, ready in its initial state. */
  static IdeTop start(Path program, ToolRunner runner, Path scratch, long memoryBytes)
      throws VerifierException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
    command.addAll(ARGUMENTS);
    Limits limits = new Limits(START_TIME, memoryBytes);
    IdeTop top = new IdeTop(runner.start(command, scratch, limits, Map.of()));
    IdeReply reply = top.call("Init", "<option val=\"none\"/>", START_TIME);
    if (reply instanceof IdeReply.Good) {
      reply = top.agree();
    }
    if (!(reply instanceof IdeReply.Good)) {
      String stderr = top.process.stderr().strip();
      top.close();
      throw new VerifierException(
          program + " does not start: " + (stderr.isEmpty() ? reply : stderr));
    }
    return top;
  }

  /** Before 8.16 a sentence was added without its place in a buffer. */
  private IdeReply agree() throws InterruptedException {
    IdeReply reply = add("Check 0.", INITIAL_STATE, START_TIME);
    if (!(reply instanceof IdeReply.Good)) {
      placed = false;
      reply = add("Check 0.", INITIAL_STATE, START_TIME);
    }
    return reply instanceof IdeReply.Good ? editAt(INITIAL_STATE, START_TIME) : reply;
  }

  /** Adds a sentence after the state of that number; {@code Good} carries the new state's number. */
  IdeReply add(String sentence, int tip, Duration limit) throws InterruptedException {
    String argument = "<pair><pair><string>" + IdeXml.escape(sentence)
        + "</string><int>0</int></pair><pair><state_id val=\"" + tip
        + "\"/><bool val=\"true\"/></pair></pair>";
    if (placed) {
      argument = "<pair><pair>" + argument
          + "<int>0</int></pair><pair><int>0</int><int>0</int></pair></pair>";
    }
    return call("Add", argument, limit);
  }

  /** Runs what was added and asks for the goals. */
  IdeReply goals(Duration limit) throws InterruptedException {
    return call("Goal", "<unit/>", limit);
  }

  /** Goes back to a state, dropping what was added after it. */
  IdeReply editAt(int state, Duration limit) throws InterruptedException {
    return call("Edit_at", "<state_id val=\"" + state + "\"/>", limit);
  }

  boolean alive() {
    return !closed && process.alive();
  }

  long pid() {
    return process.pid();
  }

  private IdeReply call(String name, String argument, Duration limit) throws InterruptedException {
    boolean answered = false;
    try {
      IdeReply reply = exchange("<call val=\"" + name + "\">" + argument + "</call>\n", limit);
      answered = true;
      return reply;
    } finally {
      if (!answered) {
        close();
      }
    }
  }

  private IdeReply exchange(String call, Duration limit) throws InterruptedException {
    try {
      OutputStream stdin = process.stdin();
      stdin.write(call.getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    } catch (IOException e) {
      return dead();
    }
    String answer = answers.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (answer != null) {
      return read(answer);
    }
    for (int attempt = 0; attempt < 2 && answer == null && process.interrupt(); attempt++) {
      answer = answers.poll(OBEY_TIME.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (answer == null) {
      close();
      return new IdeReply.Late();
    }
    IdeReply reply = read(answer);
    return reply instanceof IdeReply.Fail ? new IdeReply.Late() : reply;
  }

  private IdeReply read(String answer) throws InterruptedException {
    if (answer.equals(IdeAnswers.END)) {
      return dead();
    }
    if (answer.equals(IdeAnswers.TOO_LONG)) {
      close();
      return new IdeReply.Dead("out of memory: the answer is too long");
    }
    IdeXml value;
    try {
      value = IdeXml.parse(answer);
    } catch (IllegalArgumentException e) {
      close();
      return new IdeReply.Dead("coqidetop wrote no XML: " + e.getMessage());
    }
    if (value.attribute("val").equals("good")) {
      return new IdeReply.Good(value);
    }
    @Nullable
    IdeXml message =
        value.children().isEmpty() ? null : value.child(value.children().size() - 1);
    return new IdeReply.Fail(message == null ? "" : message.text().strip(), start(value));
  }

  private static int start(IdeXml value) {
    String start = value.attribute("loc_s");
    return start.matches("[0-9]{1,9}") ? Integer.parseInt(start) : Diagnostic.ANYWHERE;
  }

  private IdeReply dead() throws InterruptedException {
    process.awaitEnd(OBEY_TIME);
    String stderr = process.stderr().replace(GREETING, "").strip();
    close();
    return new IdeReply.Dead(stderr);
  }

  @Override
  public void close() {
    closed = true;
    process.close();
  }
}
