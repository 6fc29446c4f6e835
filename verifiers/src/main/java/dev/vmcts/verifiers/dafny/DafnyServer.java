package dev.vmcts.verifiers.dafny;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ToolProcess;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A running server of Dafny 2: one request at a time, each a whole program. A request whose time is over ends the server.
 *
 * <p>What the server spares is the start of Dafny; its own cache is switched off.
 */
final class DafnyServer implements AutoCloseable {

  private static final String DONE = "[[DAFNY-SERVER: EOM]]";
  private static final String DEAD = "";
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final Duration ANY = Duration.ofDays(1);

  private final ToolProcess process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private int requests;
  private boolean closed;

  private DafnyServer(ToolProcess process) {
    this.process = process;
    Thread reader = new Thread(this::read, "vmcts-dafny-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  static DafnyServer start(List<String> command, ToolRunner runner, Path scratch, long memoryBytes)
      throws VerifierException, InterruptedException {
    return new DafnyServer(runner.start(command, scratch, new Limits(ANY, memoryBytes), Map.of()));
  }

  /** Asks for one program to be checked. */
  DafnyReport ask(String program, List<String> arguments, Duration limit)
      throws InterruptedException {
    requests++;
    boolean answered = false;
    try {
      DafnyReport report = exchange(program, arguments, limit);
      answered = report.complete();
      return report;
    } finally {
      if (!answered) {
        close();
      }
    }
  }

  private DafnyReport exchange(String program, List<String> arguments, Duration limit)
      throws InterruptedException {
    ObjectNode json = new JsonMapper().createObjectNode();
    arguments.forEach(json.putArray("args")::add);
    json.put("filename", "program.dfy").put("source", program).put("sourceIsFile", false);
    String task =
        Base64.getEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    try {
      OutputStream stdin = process.stdin();
      String request = "verify\n" + task + "\n[[DAFNY-CLIENT: EOM]]\n";
      stdin.write(request.getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    } catch (IOException e) {
      return DafnyReport.broken("Dafny's server died");
    }
    String answer = answers.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (answer == null) {
      return DafnyReport.timeout("Dafny did not answer within " + limit.toMillis() + " ms");
    }
    return answer.equals(DEAD)
        ? DafnyReport.broken("Dafny's server died")
        : DafnyOutput.ofServer(answer);
  }

  /** How many requests it has had. */
  int requests() {
    return requests;
  }

  boolean alive() {
    return !closed && process.alive();
  }

  long pid() {
    return process.pid();
  }

  private void read() {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    try (InputStream stdout = process.stdout()) {
      for (int n = stdout.read(buffer);
          n >= 0 && answer.length() < LONGEST_ANSWER;
          n = stdout.read(buffer)) {
        answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        int end = answer.indexOf(DONE, Math.max(0, answer.length() - n - DONE.length()));
        if (end >= 0) {
          answers.add(answer.substring(0, end + DONE.length()));
          answer.delete(0, end + DONE.length());
        }
      }
    } catch (IOException e) {
      // The process was killed.
    }
    answers.add(DEAD);
  }

  @Override
  public void close() {
    closed = true;
    process.close();
  }
}
