package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.llamacpp.Message.Done;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drafts do to batches, with a model that only counts, and a drafter that is right as often as it shall be. */
class DraftSchedulerTest {

  private final AbortFlag abort = new AbortFlag();
  private final Map<Integer, Message> answers = new TreeMap<>();
  private long now;

  /** Knows how texts go on, and says something else now and then. */
  private record Knowing(double share, SplittableRandom random) implements Drafter {
    @Override
    public Guess guess(int[] tokens, int length, int most) {
      int count = Math.max(0, Math.min(most, 4));
      int[] all = Arrays.copyOf(tokens, length + count);
      for (int i = length; i < all.length; i++) {
        all[i] = random.nextDouble() < share
            ? FakeDecoder.next(Arrays.stream(all, 0, i).boxed().toList())
            : 5000;
      }
      return new Guess(Arrays.copyOfRange(all, length, all.length), new int[count]);
    }

    @Override
    public void ended(int[] tokens, int promptLength, int length) {
      // It knows everything already.
    }
  }

  private Scheduler scheduler(FakeDecoder fake, double share) {
    Drafter drafter = new Knowing(share, new SplittableRandom(7));
    // Every batch takes the same time: the clock goes on with each look at it.
    return new Scheduler(
        fake,
        fake.cache(),
        abort,
        new Drafting(drafter, () -> now += 1_000_000),
        PrefixKeeper.NONE,
        1,
        answer -> answers.put(
            answer instanceof Done done ? done.request() : ((Message.Failed) answer).request(),
            answer));
  }

  private Proposal proposal(int request) {
    return ((Done) Objects.requireNonNull(answers.get(request))).proposal();
  }

  private static void finish(Scheduler scheduler) {
    for (int step = 0; !scheduler.idle(); step++) {
      assertThat(step).as("steps").isLessThan(100_000);
      scheduler.step();
    }
  }

  @Test
  void step_guessesAreRight_textComesInFewerBatches() {
    FakeDecoder fake = new FakeDecoder(8, 1000, 512);
    Scheduler scheduler = scheduler(fake, 1);
    FakeWriting writing = new FakeWriting(1, "", 1, 10, 200);
    abort.opened(1);
    scheduler.add(writing);
    finish(scheduler);
    assertThat(proposal(1).text()).isEqualTo(writing.expected());
    assertThat(proposal(1).tokens()).isEqualTo(200);
    assertThat(fake.batches()).hasSizeLessThan(60);
    Drafts drafts = proposal(1).drafts();
    assertThat(drafts.accepted()).isEqualTo(drafts.tokens()).isBetween(140, 199);
    assertThat(drafts.savedSeconds()).isPositive();
  }

  @Test
  void step_guessesAreWrong_areSoonNotComputed() {
    FakeDecoder fake = new FakeDecoder(8, 1000, 512);
    Scheduler scheduler = scheduler(fake, 0);
    FakeWriting writing = new FakeWriting(1, "", 1, 10, 400);
    abort.opened(1);
    scheduler.add(writing);
    finish(scheduler);
    assertThat(proposal(1).text()).isEqualTo(writing.expected());
    assertThat(fake.batches().subList(200, 400)).containsOnly("1:1");
    assertThat(proposal(1).drafts().accepted()).isZero();
    assertThat(proposal(1).drafts().tokens()).isBetween(1, 200);
  }

  @Test
  void step_noRoomForDrafts_evictsNothingForThem() {
    FakeDecoder fake = new FakeDecoder(2, 9 + 38, 512);
    Scheduler scheduler = scheduler(fake, 1);
    for (int request = 1; request <= 2; request++) {
      abort.opened(request);
      scheduler.add(new FakeWriting(request, "", request, 9, request == 1 ? 1 : 30));
      finish(scheduler);
    }
    // Both prompts and the second text but for its last token just fit.
    abort.opened(3);
    scheduler.add(new FakeWriting(3, "", 1, 9, 1));
    finish(scheduler);
    assertThat(proposal(2).tokens()).isEqualTo(30);
    assertThat(proposal(3).reusedTokens()).isEqualTo(8);
  }

  @Test
  void step_textThatIsTakenBack_goesOnFromWhereItIs() {
    FakeDecoder fake = new FakeDecoder(8, 1000, 512);
    Scheduler scheduler = scheduler(fake, 1);
    FakeWriting writing = new FakeWriting(1, "", 1, 5, 60) {
      private int draws;

      @Override
      public boolean draw(float[] logits) {
        boolean goesOn = super.draw(logits);
        if (++draws % 7 == 3) {
          takeBack(Math.min(length() - promptLength(), 2));
          return true;
        }
        return goesOn;
      }
    };
    abort.opened(1);
    scheduler.add(writing);
    finish(scheduler);
    assertThat(proposal(1).text()).isEqualTo(writing.expected());
    assertThat(proposal(1).drafts().accepted()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void step_randomRequests_eachIsWrittenAsIfNothingWereGuessed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FakeDecoder fake =
        new FakeDecoder(1 + random.nextInt(8), 60 + random.nextInt(200), 8 + random.nextInt(40));
    Scheduler scheduler = scheduler(fake, 0.3 + 0.1 * (seed % 8));
    List<FakeWriting> asked = new ArrayList<>();
    for (int request = 1; request <= 60; request++) {
      FakeWriting writing = new FakeWriting(
          request, "", random.nextInt(4), 1 + random.nextInt(25), 1 + random.nextInt(25));
      asked.add(writing);
      abort.opened(request);
      scheduler.add(writing);
      for (int steps = random.nextInt(20); steps > 0 && !scheduler.idle(); steps--) {
        scheduler.step();
      }
      if (random.nextInt(6) == 0) {
        abort.cancel(request);
      }
    }
    finish(scheduler);
    assertThat(answers).hasSize(60);
    int accepted = 0;
    for (FakeWriting writing : asked) {
      if (answers.get(writing.request()) instanceof Done done) {
        assertThat(done.proposal().tokens()).isEqualTo(writing.most());
        assertThat(done.proposal().text()).isEqualTo(writing.expected());
        accepted += done.proposal().drafts().accepted();
      }
    }
    assertThat(accepted).isPositive();
    assertThat(fake.sizes()).allMatch(size -> size <= fake.most());
  }
}
