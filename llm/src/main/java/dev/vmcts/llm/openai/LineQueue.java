package dev.vmcts.llm.openai;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lines of an answer, taken by a thread that can be interrupted and that does not wait for ever. */
final class LineQueue implements Flow.Subscriber<String> {

  /** A line; nothing but the cause at the end. */
  private record Item(@Nullable String line, @Nullable Throwable cause) {}

  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    items.add(new Item(line, null));
  }

  @Override
  public void onError(Throwable cause) {
    items.add(new Item(null, cause));
  }

  @Override
  public void onComplete() {
    items.add(new Item(null, null));
  }

  /**
   * The next line; empty at the end.
   *
   * @throws IOException if the connection broke, or nothing came for so long
   */
  Optional<String> next(Duration limit) throws IOException, InterruptedException {
    Item item = items.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (item == null) {
      throw new IOException("nothing came for " + limit.toSeconds() + " seconds");
    }
    if (item.cause() != null) {
      throw new IOException(
          Objects.requireNonNullElse(item.cause().getMessage(), item.cause().toString()),
          item.cause());
    }
    return Optional.ofNullable(item.line());
  }

  /** All the lines that are still to come, each of which may take so long. */
  String rest(Duration limit) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (Optional<String> line = next(limit); line.isPresent(); line = next(limit)) {
      text.append(line.get()).append('\n');
    }
    return text.toString();
  }

  /** Wants no more: the server may stop. */
  void cancel() {
    Flow.Subscription given = subscription;
    if (given != null) {
      given.cancel();
    }
  }
}
