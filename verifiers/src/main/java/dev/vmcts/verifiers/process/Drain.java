package dev.vmcts.verifiers.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a stream to its end so that the writer never waits, and keeps the first part of it. */
final class Drain {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread thread;
  private final int limit;

  Drain(InputStream stream, int limit, String name) {
    this.limit = limit;
    this.thread = new Thread(() -> read(stream), name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for the end of the stream; a stream that a stray process holds open is given up. */
  void await(Duration most) throws InterruptedException {
    thread.join(most.toMillis());
  }

  /** What was kept so far. */
  String text() {
    synchronized (kept) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        synchronized (kept) {
          kept.write(buffer, 0, Math.min(n, limit - kept.size()));
        }
      }
    } catch (IOException e) {
      // The process was killed; what was read so far stands.
    }
  }
}
