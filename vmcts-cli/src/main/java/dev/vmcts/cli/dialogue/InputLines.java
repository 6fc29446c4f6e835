package dev.vmcts.cli.dialogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The lines of a stream, read by a thread of their own, since a thread that waits for a terminal cannot be interrupted.
 * One thread takes them.
 */
public final class InputLines {

  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private boolean ended;

  private InputLines() {}

  /** Starts to read; a stream that breaks ends there. */
  public static InputLines of(InputStream in) {
    InputLines input = new InputLines();
    Thread reader = new Thread(() -> input.read(in), "vmcts-input");
    reader.setDaemon(true);
    reader.start();
    return input;
  }

  private void read(InputStream in) {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      // Nothing more can be read, as at its end.
      lines.add(Optional.empty());
      return;
    }
    lines.add(Optional.empty());
  }

  /** The next line; empty at the end, however often it is asked. */
  Optional<String> next() throws InterruptedException {
    if (ended) {
      return Optional.empty();
    }
    Optional<String> line = lines.take();
    ended = line.isEmpty();
    return line;
  }
}
