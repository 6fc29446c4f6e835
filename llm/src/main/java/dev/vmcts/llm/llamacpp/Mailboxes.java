package dev.vmcts.llm.llamacpp;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Messages of one process, sorted by the request that they answer, for the threads that wait for them. */
final class Mailboxes {

  private final Map<Integer, BlockingQueue<Optional<Message>>> boxes = new HashMap<>();
  private long heard = System.nanoTime();
  private boolean ended;

  /** Says that messages for a request are waited for; number 0 is for those that answer none. */
  synchronized void open(int request) {
    boxes.put(request, new LinkedBlockingQueue<>());
    if (ended) {
      end();
    }
  }

  /** Says that they are not waited for any more. */
  synchronized void close(int request) {
    boxes.remove(request);
  }

  /** How many requests are waited for. */
  synchronized int size() {
    return boxes.size();
  }

  /** How long nothing has come. */
  synchronized Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  /** Takes a message; one that nobody waits for is dropped. */
  synchronized void deliver(Message message) {
    heard = System.nanoTime();
    BlockingQueue<Optional<Message>> box = boxes.get(request(message));
    if (box != null) {
      box.add(Optional.of(message));
    }
  }

  /** Says that no more messages will come. */
  synchronized void end() {
    ended = true;
    boxes.values().forEach(box -> box.add(Optional.empty()));
  }

  /**
   * The next message for a request that was opened; empty when none comes in time.
   *
   * @throws IOException if none will ever come
   */
  Optional<Message> await(int request, Duration limit) throws IOException, InterruptedException {
    BlockingQueue<Optional<Message>> box = box(request);
    Optional<Message> message = box.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (message == null) {
      return Optional.empty();
    }
    if (message.isEmpty()) {
      box.add(message);
      throw new IOException("end of stream");
    }
    return message;
  }

  private synchronized BlockingQueue<Optional<Message>> box(int request) {
    BlockingQueue<Optional<Message>> box = boxes.get(request);
    if (box == null) {
      throw new IllegalStateException("request " + request + " is not open");
    }
    return box;
  }

  private static int request(Message message) {
    if (message instanceof Message.Piece piece) {
      return piece.request();
    }
    if (message instanceof Message.Done done) {
      return done.request();
    }
    if (message instanceof Message.Counted counted) {
      return counted.request();
    }
    return message instanceof Message.Failed failed ? failed.request() : 0;
  }
}
