package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.TransientModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real library with the small real model: what happens to the process that it lives in. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class LlamaProcessTest {

  /** Long enough to be in the middle of it when something happens. */
  private static final Sampling ENDLESS = new Sampling(10, 1, 0, 1_000_000);

  private static final String PROMPT = TestModel.PROMPT;

  @TempDir
  Path folder;

  @Test
  void worker_killedBetweenRequests_isStartedAnew() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      Proposal before = greedy(model);
      long pid = model.workerPid();
      signal(pid, "KILL");
      awaitEnd(pid);
      assertThat(greedy(model).text()).isEqualTo(before.text());
      assertThat(model.workerPid()).isNotEqualTo(pid);
    }
  }

  @Test
  void worker_crashingDuringARequest_failsItOnlyAndSaysHow() throws Exception {
    for (String signal : new String[] {"ABRT", "SEGV"}) {
      try (LlamaCppModel model = TestModel.open()) {
        long pid = model.workerPid();
        signal(pid, "STOP");
        Future<Proposal> request = Executors.newSingleThreadExecutor().submit(() -> greedy(model));
        signal(pid, signal);
        signal(pid, "CONT");
        assertThatThrownBy(request::get)
            .hasCauseInstanceOf(TransientModelException.class)
            .hasMessageContaining("ended during a request")
            .hasMessageContaining(signal.equals("ABRT") ? "killed by signal 6" : "SIGSEGV");
        assertThat(greedy(model).tokens()).isPositive();
      }
    }
  }

  @Test
  void worker_stopped_timesOutAndIsReplaced() throws Exception {
    LlamaOptions hasty = LlamaOptions.of(TestModel.file())
        .withTimeouts(Duration.ofMinutes(2), Duration.ofMillis(300));
    try (LlamaCppModel model = LlamaCppModel.open(hasty)) {
      long pid = model.workerPid();
      signal(pid, "STOP");
      assertThatThrownBy(() -> greedy(model))
          .isInstanceOf(TransientModelException.class)
          .hasMessageContaining("longer than 0.3 seconds");
      awaitEnd(pid);
      assertThat(model.sample("a", new Sampling(0, 1, 0, 1), StopRule.NONE, 1).tokens())
          .isEqualTo(1);
    }
  }

  @Test
  void sample_interrupted_breaksOffAndTheProcessGoesOn() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      long pid = model.workerPid();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> model.sample(PROMPT, ENDLESS, StopRule.NONE, 1))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(greedy(model).tokens()).isPositive();
      assertThat(model.workerPid()).isEqualTo(pid);
    }
  }

  @Test
  void sample_interruptedWhileItWaits_breaksOffAndTheProcessGoesOn() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      long pid = model.workerPid();
      signal(pid, "STOP");
      CountDownLatch begun = new CountDownLatch(1);
      Thread[] asking = new Thread[1];
      Future<Proposal> request = Executors.newSingleThreadExecutor().submit(() -> {
        asking[0] = Thread.currentThread();
        begun.countDown();
        return model.sample(PROMPT, ENDLESS, StopRule.NONE, 1);
      });
      begun.await();
      asking[0].interrupt();
      signal(pid, "CONT");
      assertThatThrownBy(request::get).hasCauseInstanceOf(InterruptedException.class);
      assertThat(greedy(model).tokens()).isPositive();
      assertThat(model.workerPid()).isEqualTo(pid);
    }
  }

  @Test
  void close_endsTheProcess_andLaterUseIsWrong() throws Exception {
    LlamaCppModel model = TestModel.open();
    long pid = model.workerPid();
    model.close();
    model.close();
    awaitEnd(pid);
    assertThatThrownBy(() -> greedy(model)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sample_fromManyThreads_isWhatOneThreadGets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (LlamaCppModel model = TestModel.open()) {
      List<String> alone = new ArrayList<>();
      List<Callable<String>> tasks = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        String prompt = PROMPT + " n" + i % 5;
        alone.add(model.sample(prompt, TestModel.GREEDY, StopRule.NONE, i).text());
        int seed = i;
        tasks.add(
            () -> model.sample(prompt, TestModel.GREEDY, StopRule.NONE, seed).text());
      }
      List<String> together = new ArrayList<>();
      for (Future<String> text : threads.invokeAll(tasks)) {
        together.add(text.get());
      }
      assertThat(together).isEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void open_twentyAtOnce_allWork() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<String> task = () -> {
        try (LlamaCppModel model = TestModel.open()) {
          return greedy(model).text();
        }
      };
      List<Callable<String>> tasks = Collections.nCopies(20, task);
      List<Future<String>> texts = threads.invokeAll(tasks);
      for (Future<String> text : texts) {
        assertThat(text.get()).isEqualTo(texts.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void parent_killed_leavesNoOrphanAndPrintsNothingNative() throws Exception {
    Process parent = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            TestModel.file().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (BufferedReader out = new BufferedReader(
        new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      String first = out.readLine();
      assertThat(first).startsWith("worker ");
      long worker = Long.parseLong(first.substring("worker ".length()));
      assertThat(ProcessHandle.of(worker)).isPresent();
      signal(parent.pid(), "KILL");
      awaitEnd(worker);
      assertThat(out.readLine()).isNull();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void open_damagedWeights_isRefusedOrLoads() throws Exception {
    byte[] whole = Files.readAllBytes(TestModel.file());
    Path file = folder.resolve("damaged.gguf");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> LlamaCppModel.open(LlamaOptions.of(file)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("truncated");
    byte[] changed = whole.clone();
    // The name of the last tensor but one: the library looks for it in vain.
    int name = indexOf(changed, "output_norm.weight");
    changed[name] = 'x';
    Files.write(file, changed);
    assertThatThrownBy(() -> LlamaCppModel.open(LlamaOptions.of(file)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("output_norm.weight");
  }

  @Test
  void open_weightsThatAreNoNumbers_areFoundOut() throws Exception {
    byte[] changed = Files.readAllBytes(TestModel.file());
    Arrays.fill(changed, changed.length - 400_000, changed.length, (byte) 0xFF);
    Path file = folder.resolve("nan.gguf");
    Files.write(file, changed);
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(file))) {
      assertThatThrownBy(() -> greedy(model))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("may be damaged");
    }
  }

  /** Opens a model and waits for its end. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] args) throws Exception {
      try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(Path.of(args[0])))) {
        greedy(model);
        System.out.println("worker " + model.workerPid());
        new CountDownLatch(1).await();
      }
    }
  }

  private static Proposal greedy(LlamaCppModel model) throws ModelException, InterruptedException {
    return model.sample(PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
  }

  private static void signal(long pid, String name) throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private static void awaitEnd(long pid) throws Exception {
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }
}
