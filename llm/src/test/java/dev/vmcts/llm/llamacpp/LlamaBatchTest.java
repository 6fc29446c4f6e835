package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.TransientModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real library with the small real model: several requests at once. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class LlamaBatchTest {

  /** Random tokens until the context is full. */
  private static final Sampling ENDLESS = new Sampling(10, 1, 0, 1_000_000);

  private final ExecutorService threads = Executors.newFixedThreadPool(20);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void sample_fourAtOnce_eachIsWhatItIsAlone() throws Exception {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      prompts.add(
          "Lemma l" + i + " : forall n m, n + m = m + n.\n".repeat(i % 3) + TestModel.PROMPT);
    }
    try (LlamaCppModel model = TestModel.open();
        LlamaCppModel single = TestModel.open()) {
      List<Future<Proposal>> together = new ArrayList<>();
      for (String prompt : prompts) {
        together.add(
            threads.submit(() -> model.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1)));
      }
      for (int i = 0; i < prompts.size(); i++) {
        Proposal alone = single.sample(prompts.get(i), TestModel.GREEDY, StopRule.NONE, 1);
        Proposal among = together.get(i).get();
        assertThat(among.text()).isEqualTo(alone.text()).isNotBlank();
        assertThat(among.tokens()).isEqualTo(alone.tokens());
        assertThat(Math.abs(among.logProbability() - alone.logProbability())).isLessThan(0.05);
      }
    }
  }

  @Test
  void sample_samePromptFromAll_isComputedOnce() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      List<Future<Proposal>> together = new ArrayList<>();
      for (int seed = 0; seed < 16; seed++) {
        int own = seed;
        together.add(threads.submit(
            () -> model.sample(TestModel.PROMPT, new Sampling(1, 1, 0, 20), StopRule.NONE, own)));
      }
      int computed = 0;
      int again = 0;
      for (Future<Proposal> future : together) {
        Proposal proposal = future.get();
        computed += proposal.promptTokens() - proposal.reusedTokens();
        again += proposal.recomputedTokens();
      }
      int prompt = together.get(0).get().promptTokens();
      // All but one compute nothing but the last token, after which they go on.
      assertThat(computed).isEqualTo(prompt + 15);
      assertThat(again).isEqualTo(15);
    }
  }

  @Test
  void sample_inOneScopeAtOnce_repeatsNothing() throws Exception {
    Sampling sampling = new Sampling(1, 0.95, 40, 30).withScope("here");
    StopRule stop = new FullStopRule();
    try (LlamaCppModel model = TestModel.open()) {
      List<Future<Proposal>> together = new ArrayList<>();
      for (int seed = 1; seed <= 24; seed++) {
        int own = seed;
        together.add(threads.submit(() -> model.sample(TestModel.PROMPT, sampling, stop, own)));
      }
      List<String> texts = new ArrayList<>();
      for (Future<Proposal> proposal : together) {
        texts.add(proposal.get().text());
      }
      assertThat(texts).doesNotHaveDuplicates();
    }
  }

  @Test
  void sample_oneIsInterrupted_theOthersGoOn() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      long pid = model.workerPid();
      CountDownLatch writing = new CountDownLatch(1);
      Future<?> endless = threads.submit(() -> model.stream(TestModel.PROMPT, ENDLESS, 1, token -> {
        writing.countDown();
        return true;
      }));
      writing.await();
      List<Future<Proposal>> others = new ArrayList<>();
      for (int seed = 1; seed <= 3; seed++) {
        int own = seed;
        others.add(threads.submit(
            () -> model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, own)));
      }
      endless.cancel(true);
      for (Future<Proposal> other : others) {
        assertThat(other.get().text()).contains("induction");
      }
      assertThat(model.workerPid()).isEqualTo(pid);
    }
  }

  @Test
  void sample_manyTextsInACacheForTwo_allEnd() throws Exception {
    LlamaOptions small =
        LlamaOptions.of(TestModel.file()).withContextLength(256).withCache(512, 16);
    try (LlamaCppModel model = LlamaCppModel.open(small)) {
      List<Future<Proposal>> together = new ArrayList<>();
      for (int seed = 1; seed <= 12; seed++) {
        int own = seed;
        together.add(threads.submit(
            () -> model.sample("Lemma l" + own, new Sampling(10, 1, 0, 200), StopRule.NONE, own)));
      }
      for (Future<Proposal> proposal : together) {
        assertThat(proposal.get().tokens()).isBetween(1, 200);
      }
    }
  }

  @Test
  void worker_killedWithSeveralRequests_failsEachAndTheNextWorks() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      for (int kill = 0; kill < 2; kill++) {
        CountDownLatch writing = new CountDownLatch(5);
        List<Future<?>> requests = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
          int own = seed;
          requests.add(threads.submit(() -> {
            List<String> heard = new ArrayList<>();
            return model.stream(TestModel.PROMPT, ENDLESS, own, token -> {
              heard.add(token.text());
              if (heard.size() == 1) {
                writing.countDown();
              }
              return true;
            });
          }));
        }
        writing.await();
        ProcessHandle.of(model.workerPid()).orElseThrow().destroyForcibly();
        for (Future<?> request : requests) {
          assertThatThrownBy(request::get)
              .isInstanceOf(ExecutionException.class)
              .hasCauseInstanceOf(TransientModelException.class)
              .hasMessageContaining("ended during a request");
        }
        // Ten requests failed, but the process died twice only: it is started anew.
      }
      assertThat(
              model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1).text())
          .contains("induction");
    }
  }
}
