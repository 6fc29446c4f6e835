package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolProcess;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One coqidetop and the line of states that it has read, each of which it can go back to.
 *
 * <p>Not thread-safe. After a {@link Dead} exception only {@link #close} may be called.
 */
final class CoqProcess implements AutoCloseable {

  /** The process died, or had to be killed. */
  static final class Dead extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean timedOut;

    Dead(String message, boolean timedOut) {
      super(message);
      this.timedOut = timedOut;
    }

    boolean timedOut() {
      return timedOut;
    }
  }

  /** What came of a sentence: its goals, or Coq's complaint, or that it was interrupted. */
  record Outcome(@Nullable CoqGoals goals, String complaint, boolean syntax, boolean interrupted) {}

  private static final String INIT = "<call val=\"Init\"><option val=\"none\"/></call>";
  private static final String GOAL = "<call val=\"Goal\"><unit/></call>";
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration INTERRUPT_TIME = Duration.ofSeconds(2);
  private static final byte[] END = "</value>".getBytes(StandardCharsets.US_ASCII);

  private final Scratch scratch;
  private final ToolProcess tool;
  private final LinkedBlockingQueue<byte[]> output = new LinkedBlockingQueue<>();
  private final IdentityHashMap<CoqState, Integer> ids = new IdentityHashMap<>();
  private final Deque<CoqState> line = new ArrayDeque<>();
  private final Duration stepTime;
  private int tip;
  private boolean tipBroken;
  private long sentences;

  CoqProcess(Path program, CoqOptions options, CoqState start)
      throws VerifierException, InterruptedException {
    scratch = Scratch.create();
    stepTime = options.stepTime();
    List<String> command = List.of(
        program.toString(), "-main-channel", "stdfds", "-q", "-async-proofs", "off", "-w", "none");
    tool = new ToolRunner(options.sandbox())
        .start(command, scratch.folder(), new Limits(START_TIME, options.memoryBytes()), Map.of());
    Thread reader = new Thread(this::pump, "vmcts-coq-" + tool.pid());
    reader.setDaemon(true);
    reader.start();
    try {
      tip = call(INIT, START_TIME).stateId();
      run("Set Printing Width 100000.", START_TIME);
      ids.put(start, tip);
      line.addLast(start);
    } catch (Dead e) {
      close();
      throw new VerifierException(program + " does not start: " + e.getMessage(), e);
    }
  }

  /** The number of sentences it has read in all. */
  long sentences() {
    return sentences;
  }

  /** The number of states between a state and the nearest one in the line; that one is where it can go back to. */
  int distance(CoqState state) {
    int distance = 0;
    CoqState at = state;
    while (at != null && !ids.containsKey(at)) {
      at = at.parent();
      distance++;
    }
    return at == null ? Integer.MAX_VALUE : distance;
  }

  /** Goes to a state: back to what it shares with the line, and on from there. */
  void moveTo(CoqState state) throws Dead, InterruptedException {
    Deque<CoqState> missing = new ArrayDeque<>();
    CoqState shared = state;
    while (!ids.containsKey(shared)) {
      missing.addFirst(shared);
      CoqState parent = shared.parent();
      if (parent == null) {
        throw new IllegalArgumentException("a state of another session");
      }
      shared = parent;
    }
    backTo(shared);
    for (CoqState next : missing) {
      if (!next.sentence().isEmpty()) {
        Outcome outcome = run(next.sentence(), stepTime.multipliedBy(4));
        if (outcome.goals() == null) {
          throw new Dead(
              "a sentence that was accepted before is refused: " + outcome.complaint(), false);
        }
      }
      arrived(next);
    }
  }

  private void backTo(CoqState state) throws Dead, InterruptedException {
    int id = Objects.requireNonNull(ids.get(state));
    while (line.peekLast() != state) {
      ids.remove(line.removeLast());
    }
    if (id != tip || tipBroken) {
      CoqReply reply = call(
          "<call val=\"Edit_at\"><state_id val=\"" + id + "\"/></call>", stepTime.plusSeconds(10));
      if (!reply.good()) {
        throw new Dead("cannot go back: " + reply.message(), false);
      }
      tip = id;
      tipBroken = false;
    }
  }

  /** Notes that the last sentence has led to a state. */
  void arrived(CoqState state) {
    ids.put(state, tip);
    line.addLast(state);
  }

  /** Reads a sentence within the time of a step. */
  Outcome run(String sentence) throws Dead, InterruptedException {
    return run(sentence, stepTime);
  }

  private Outcome run(String sentence, Duration time) throws Dead, InterruptedException {
    sentences++;
    String add = "<call val=\"Add\"><pair><pair><pair><pair><string>" + escape(sentence)
        + "</string><int>-1</int></pair><pair><state_id val=\"" + tip
        + "\"/><bool val=\"true\"/></pair></pair><int>0</int></pair><pair><int>0</int><int>0</int></pair></pair></call>";
    long deadline = System.nanoTime() + time.toNanos();
    CoqReply added = call(add, time);
    if (!added.good()) {
      return failed(added, true);
    }
    tip = added.stateId();
    // Only now has the sentence really run.
    CoqReply reply = call(GOAL, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    if (!reply.good()) {
      tipBroken = true;
      return failed(reply, false);
    }
    return new Outcome(reply.goals(), "", false, false);
  }

  private static Outcome failed(CoqReply reply, boolean whileAdding) {
    String message = reply.message();
    boolean interrupted = message.contains("User interrupt");
    return new Outcome(
        null, message, whileAdding && message.startsWith("Syntax error"), interrupted);
  }

  private CoqReply call(String xml, Duration time) throws Dead, InterruptedException {
    try {
      tool.stdin().write(xml.getBytes(StandardCharsets.UTF_8));
      tool.stdin().flush();
      return CoqReply.parse(answer(time));
    } catch (IOException e) {
      throw new Dead(
          "Coq has ended" + (tool.stderr().isBlank() ? "" : ": " + tool.stderr().strip()), false);
    }
  }

  private String answer(Duration time) throws Dead, InterruptedException, IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + time.toNanos();
    boolean interrupted = false;
    while (!endsWith(buffer)) {
      byte[] chunk = output.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (chunk == null && interrupted) {
        throw new Dead("Coq does not answer", true);
      } else if (chunk == null) {
        tool.interrupt();
        interrupted = true;
        deadline = System.nanoTime() + INTERRUPT_TIME.toNanos();
      } else if (chunk.length == 0) {
        throw new IOException("end of output");
      } else {
        buffer.write(chunk);
      }
    }
    return buffer.toString(StandardCharsets.UTF_8);
  }

  private static boolean endsWith(ByteArrayOutputStream buffer) {
    if (buffer.size() < END.length) {
      return false;
    }
    String tail = buffer.toString(StandardCharsets.ISO_8859_1);
    return tail.stripTrailing().endsWith("</value>");
  }

  /** Reads all output, in a thread of its own; an empty chunk is the end. */
  private void pump() {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = tool.stdout()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (n > 0) {
          output.add(Arrays.copyOf(buffer, n));
        }
      }
    } catch (IOException e) {
      // The process has ended.
    }
    output.add(new byte[0]);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&apos;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public void close() {
    tool.close();
    scratch.close();
  }
}
