package dev.vmcts.llm.llamacpp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines that a process wrote to its standard error, which is read as it comes. */
final class StderrTail {

  private static final int MOST = 200;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  StderrTail(InputStream in) {
    reader = new Thread(() -> read(in), "model-log");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream in) {
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      text.lines().forEach(this::add);
    } catch (IOException | UncheckedIOException e) {
      add("(" + e.getMessage() + ")");
    }
  }

  private synchronized void add(String line) {
    if (line.startsWith("load_backend: loaded ")) {
      return; // What went well is no reason for anything.
    }
    lines.addLast(line.strip());
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
  }

  /** What an error message should quote: the last lines that speak of an error, else the very last lines. */
  String why() throws InterruptedException {
    reader.join(500);
    List<String> all;
    synchronized (this) {
      all = lines.stream().filter(l -> !l.isEmpty()).toList();
    }
    List<String> errors = all.stream().filter(StderrTail::tells).toList();
    List<String> best = errors.isEmpty() ? all : errors;
    return best.stream().skip(Math.max(0, best.size() - 3L)).collect(Collectors.joining("; "));
  }

  private static boolean tells(String line) {
    return (line.contains("error") && !line.startsWith("#"))
        || line.contains("failed")
        || line.contains("ASSERT")
        || line.contains("SIG")
        || line.contains("terminate");
  }
}
