package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.llamacpp.Message.Done;
import dev.vmcts.llm.llamacpp.Message.Failed;
import dev.vmcts.llm.llamacpp.Message.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are worked on when, with a model that only counts. */
class SchedulerTest {

  private final FakeDecoder decoder = new FakeDecoder(8, 1000, 512);
  private final AbortFlag abort = new AbortFlag();
  private final Map<Integer, Message> answers = new TreeMap<>();
  private Scheduler scheduler = scheduler(decoder);

  private Scheduler scheduler(FakeDecoder fake) {
    return new Scheduler(
        fake,
        fake.cache(),
        abort,
        Drafting.none(),
        PrefixKeeper.NONE,
        1,
        answer -> answers.put(number(answer), answer));
  }

  private static int number(Message answer) {
    return answer instanceof Done done ? done.request() : ((Failed) answer).request();
  }

  private Proposal proposal(int request) {
    assertThat(answers).hasEntrySatisfying(request, a -> assertThat(a).isInstanceOf(Done.class));
    return ((Done) Objects.requireNonNull(answers.get(request))).proposal();
  }

  private Failed failure(int request) {
    assertThat(answers).hasEntrySatisfying(request, a -> assertThat(a).isInstanceOf(Failed.class));
    return (Failed) Objects.requireNonNull(answers.get(request));
  }

  private FakeWriting ask(int request, int first, int promptLength, int most) {
    FakeWriting writing = new FakeWriting(request, "", first, promptLength, most);
    add(writing);
    return writing;
  }

  private void add(FakeWriting writing) {
    abort.opened(writing.request());
    scheduler.add(writing);
  }

  private void finish() {
    for (int step = 0; !scheduler.idle(); step++) {
      assertThat(step).as("steps").isLessThan(100_000);
      scheduler.step();
    }
  }

  @Test
  void step_oneRequest_readsInWholeBatchesAndWritesTokenByToken() {
    ask(1, 1, 900, 3);
    finish();
    assertThat(decoder.batches()).containsExactly("1:512", "1:388", "1:1", "1:1");
    assertThat(proposal(1).tokens()).isEqualTo(3);
  }

  @Test
  void step_severalWrite_oneBatchHasATokenOfEach() {
    for (int i = 1; i <= 4; i++) {
      ask(i, i, 10, 5);
    }
    finish();
    assertThat(decoder.batches())
        .containsExactly(
            "1:10 2:10 3:10 4:10",
            "1:1 2:1 3:1 4:1",
            "1:1 2:1 3:1 4:1",
            "1:1 2:1 3:1 4:1",
            "1:1 2:1 3:1 4:1");
    assertThat(answers.keySet()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void step_longPromptWhileAnotherWrites_isReadInSmallParts() {
    ask(1, 1, 5, 40);
    scheduler.step();
    ask(2, 2, 150, 1);
    finish();
    assertThat(decoder.batches().subList(0, 4))
        .containsExactly("1:5", "1:1 2:64", "1:1 2:64", "1:1 2:22");
  }

  @Test
  void step_twoLongPrompts_areReadInTurns() {
    ask(1, 1, 400, 1);
    ask(2, 2, 400, 1);
    finish();
    assertThat(decoder.batches()).containsExactly("1:256 2:256", "1:144 2:144");
  }

  @Test
  void step_batchOfOneToken_leavesNobodyOut() {
    FakeDecoder narrow = new FakeDecoder(8, 1000, 1);
    scheduler = scheduler(narrow);
    ask(1, 1, 4, 3);
    ask(2, 2, 4, 3);
    finish();
    assertThat(narrow.batches().subList(0, 4)).containsExactly("1:1", "2:1", "1:1", "2:1");
    assertThat(answers.values()).allMatch(answer -> answer instanceof Done);
  }

  @Test
  void step_samePromptTwice_isReadOnce() {
    ask(1, 9, 100, 2);
    ask(2, 9, 100, 2);
    finish();
    assertThat(decoder.batches().get(0)).isEqualTo("9:100");
    assertThat(decoder.batches().get(1)).isEqualTo("9:1 9:1");
    assertThat(proposal(2).reusedTokens()).isEqualTo(99);
    // The last token of a prompt is always computed, to see what follows it.
    assertThat(proposal(2).recomputedTokens()).isEqualTo(1);
    assertThat(proposal(1).recomputedTokens()).isZero();
  }

  @Test
  void step_requestsOfOneScope_areWrittenOneAfterTheOther() {
    add(new FakeWriting(1, "here", 1, 5, 3));
    add(new FakeWriting(2, "here", 2, 5, 3));
    add(new FakeWriting(3, "there", 3, 5, 3));
    finish();
    assertThat(decoder.batches())
        .containsExactly("1:5 3:5", "1:1 3:1", "1:1 3:1", "2:5", "2:1", "2:1");
  }

  @Test
  void step_oneIsCancelled_theOthersGoOn() {
    FakeWriting first = ask(1, 1, 5, 100);
    ask(2, 2, 5, 10);
    scheduler.step();
    abort.cancel(1);
    assertThat(abort.raised()).isFalse();
    finish();
    assertThat(failure(1).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(first.length()).isEqualTo(6);
    assertThat(proposal(2).tokens()).isEqualTo(10);
  }

  @Test
  void step_allOfABatchAreCancelled_breaksItOff() {
    ask(1, 1, 5, 100);
    ask(2, 2, 5, 100);
    scheduler.step();
    abort.cancel(1);
    abort.cancel(2);
    assertThat(abort.raised()).isTrue();
    scheduler.step();
    assertThat(scheduler.idle()).isTrue();
    assertThat(answers.values()).allMatch(a -> ((Failed) a).kind() == Kind.CANCELLED);
    // One that was answered, or never came, cannot be cancelled.
    abort.cancel(1);
    abort.cancel(9);
    assertThat(abort.cancelled(1)).isFalse();
    assertThat(abort.cancelled(9)).isFalse();
  }

  @Test
  void step_oneFails_theOthersGoOn() {
    ask(1, FakeDecoder.POISON, 5, 10);
    ask(2, 2, 5, 10);
    ask(3, 3, 5, 10);
    finish();
    assertThat(failure(1).kind()).isEqualTo(Kind.MODEL);
    assertThat(failure(1).text()).contains("poison");
    assertThat(proposal(2).tokens()).isEqualTo(10);
    assertThat(proposal(3).tokens()).isEqualTo(10);
  }

  @Test
  void step_moreRequestsThanRows_waitForThem() {
    FakeDecoder few = new FakeDecoder(2, 1000, 512);
    scheduler = scheduler(few);
    for (int i = 1; i <= 5; i++) {
      ask(i, i, 10, 4);
    }
    finish();
    assertThat(answers.values()).hasSize(5).allMatch(answer -> answer instanceof Done);
    assertThat(few.batches()).allMatch(batch -> batch.split(" ", -1).length <= 2);
  }

  @Test
  void step_cacheTooSmallForAll_setsTheLastBackAndEndsAll() {
    FakeDecoder small = new FakeDecoder(8, 100, 512);
    scheduler = scheduler(small);
    for (int i = 1; i <= 4; i++) {
      ask(i, i, 30, 60);
    }
    finish();
    assertThat(answers.values())
        .hasSize(4)
        .allMatch(answer -> answer instanceof Done done && done.proposal().tokens() == 60);
  }

  @Test
  void step_textThatNeverFits_failsAlone() {
    FakeDecoder small = new FakeDecoder(8, 50, 512);
    scheduler = scheduler(small);
    ask(1, 1, 30, 60);
    ask(2, 2, 10, 20);
    finish();
    assertThat(failure(1).text()).isEqualTo("the cache has no room for token 50 of a prompt");
    assertThat(proposal(2).tokens()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void step_randomRequests_eachIsWrittenAsIfItWereAlone(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 1 + random.nextInt(8);
    FakeDecoder fake = new FakeDecoder(rows, 60 + random.nextInt(200), 1 + random.nextInt(40));
    scheduler = scheduler(fake);
    List<FakeWriting> asked = new ArrayList<>();
    List<Integer> cancelled = new ArrayList<>();
    for (int request = 1; request <= 60; request++) {
      String scope = random.nextInt(3) == 0 ? "s" + random.nextInt(2) : "";
      FakeWriting writing = new FakeWriting(
          request, scope, random.nextInt(4), 1 + random.nextInt(25), 1 + random.nextInt(25));
      asked.add(writing);
      add(writing);
      for (int steps = random.nextInt(20); steps > 0 && !scheduler.idle(); steps--) {
        scheduler.step();
      }
      if (random.nextInt(6) == 0) {
        abort.cancel(request);
        cancelled.add(request);
      }
    }
    finish();
    assertThat(answers).hasSize(60);
    for (FakeWriting writing : asked) {
      if (answers.get(writing.request()) instanceof Done done) {
        assertThat(done.proposal().tokens()).isEqualTo(writing.most());
        assertThat(done.proposal().text()).isEqualTo(writing.expected());
      } else {
        assertThat(cancelled).contains(writing.request());
      }
    }
    assertThat(Collections.max(fake.sizes())).isLessThanOrEqualTo(fake.most());
  }

  @Test
  void step_textThatIsTakenBack_goesOnFromWhereItIs() {
    List<Integer> asked = new ArrayList<>();
    FakeWriting writing = new FakeWriting(1, "", 1, 5, 6) {
      @Override
      public boolean draw(float[] logits) {
        asked.add((int) logits[0]);
        boolean goesOn = super.draw(logits);
        if (asked.size() == 3) {
          takeBack(3);
        }
        return goesOn;
      }
    };
    add(writing);
    finish();
    assertThat(asked.subList(3, 6)).isEqualTo(asked.subList(0, 3));
    assertThat(proposal(1).text()).isEqualTo(writing.expected());
    assertThat(proposal(1).recomputedTokens()).isEqualTo(1);
  }
}
