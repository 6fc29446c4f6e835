package dev.vmcts.llm.llamacpp;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.llamacpp.Message.Failed;
import dev.vmcts.llm.llamacpp.Message.Kind;
import java.io.BufferedInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that a model lives in: messages come in on standard input and go out on what was standard output.
 *
 * <p>It ends with its standard input, so with the process that started it. Whatever native code prints goes to standard
 * error.
 */
public final class LlamaWorker {

  /** Native code recurses on long prompts, so its thread has a large stack. */
  private static final long STACK_BYTES = 256L << 20;

  private final OutputStream out;
  private final BlockingQueue<Message> work = new LinkedBlockingQueue<>();
  private volatile Optional<AbortFlag> abort = Optional.empty();

  private LlamaWorker(OutputStream out) {
    this.out = out;
  }

  /** Serves one model until standard input ends. */
  public static void main(String[] args) {
    int status = 0;
    try {
      InputStream in = new BufferedInputStream(System.in);
      LlamaWorker worker = new LlamaWorker(takeStandardOutput());
      Thread engine = new Thread(null, worker::serve, "model", STACK_BYTES);
      engine.setDaemon(true);
      engine.start();
      worker.read(in);
    } catch (IOException | LinkageError e) {
      System.err.println("model process: " + e);
      status = 1;
    }
    // Native code may be at work, so the ordinary way out could wait for it.
    Runtime.getRuntime().halt(status);
  }

  /** Keeps the pipe to the parent under another descriptor and lets descriptor 1 be standard error. */
  private static OutputStream takeStandardOutput() throws IOException {
    NativeLibrary c = NativeLibrary.getInstance("c");
    Function dup = c.getFunction("dup");
    int pipe = dup.invokeInt(new Object[] {1});
    int moved = c.getFunction("dup2").invokeInt(new Object[] {2, 1});
    if (pipe < 0 || moved != 1) {
      throw new IOException("cannot move standard output");
    }
    System.setOut(System.err);
    return new FileOutputStream("/dev/fd/" + pipe);
  }

  private void read(InputStream in) throws IOException {
    Optional<Message> message = Frames.read(in);
    while (message.isPresent()) {
      if (message.get() instanceof Message.Cancel cancel) {
        abort.ifPresent(flag -> flag.cancel(cancel.request()));
      } else {
        if (message.get() instanceof Message.Sample sample) {
          abort.ifPresent(flag -> flag.opened(sample.request()));
        }
        work.add(message.get());
      }
      message = Frames.read(in);
    }
  }

  private void serve() {
    try {
      if (!(work.take() instanceof Message.Start start)) {
        throw new IOException("the first message is no start");
      }
      LlamaContext context;
      Drafter drafter;
      try {
        context = LlamaContext.load(start);
        drafter = DraftChoice.drafter(start, context);
      } catch (ModelException | LinkageError e) {
        Frames.write(out, new Failed(0, Kind.MODEL, String.valueOf(e.getMessage()), 0, 0));
        return;
      }
      abort = Optional.of(context.abort());
      Writings writings = new Writings(context.vocabulary(), start);
      Scheduler scheduler = new Scheduler(
          context,
          context.cache(),
          context.abort(),
          new Drafting(drafter, System::nanoTime),
          keeper(start, context),
          context.vocabulary().size(),
          this::tell);
      Frames.write(
          out, new Message.Ready(context.vocabulary().size(), context.library().info()));
      while (true) {
        if (scheduler.idle()) {
          open(scheduler, writings, work.take());
        }
        while (!work.isEmpty()) {
          open(scheduler, writings, work.take());
        }
        scheduler.step();
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      System.err.println("model process: " + e);
      Runtime.getRuntime().halt(1);
    }
  }

  private PrefixKeeper keeper(Message.Start start, LlamaContext context) {
    Message.Kept kept = start.kept();
    return kept.mostBytes() == 0
        ? PrefixKeeper.NONE
        : new KeptPrefix(
            context,
            context.cache(),
            new PrefixFolder(Path.of(kept.folder()), kept.mostBytes()),
            () -> PrefixIdentity.of(start, context.library().info()),
            context.most(),
            System::nanoTime,
            line -> tell(new Message.Note(line)));
  }

  private void tell(Message message) {
    try {
      Frames.write(out, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(Scheduler scheduler, Writings writings, Message message) {
    if (message instanceof Message.Count count) {
      tell(new Message.Counted(count.request(), writings.vocabulary().ofText(count.text()).length));
      return;
    }
    if (!(message instanceof Message.Sample sample)) {
      return;
    }
    int request = sample.request();
    try {
      scheduler.add(writings.open(
          sample,
          sample.streams() ? token -> tell(new Message.Piece(request, token)) : token -> {}));
    } catch (PromptTooLongException e) {
      refuse(new Failed(request, Kind.TOO_LONG, "", e.promptTokens(), e.contextLength()));
    } catch (ModelException | IllegalArgumentException e) {
      refuse(new Failed(request, Kind.MODEL, String.valueOf(e.getMessage()), 0, 0));
    }
  }

  private void refuse(Failed failed) {
    abort.ifPresent(flag -> flag.answered(failed.request()));
    tell(failed);
  }
}
