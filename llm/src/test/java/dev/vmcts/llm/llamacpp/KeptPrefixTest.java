package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import dev.vmcts.llm.llamacpp.PrefixCache.Row;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of which prompt, with states that are made up. */
class KeptPrefixTest {

  private static final String OURS = "0123456789abcdef".repeat(4);
  private static final int BATCH = 512;

  @TempDir
  private Path folder;

  private String identity = OURS;
  private long mostBytes = 1 << 20;
  private long secondsOfABatch = 1;
  private final List<String> told = new ArrayList<>();

  /** Four bytes for each token, which say its place. */
  private static final class States implements SequenceStates, PrefixCache.Cells {
    private int length;
    private boolean refuses;

    @Override
    public long stateBytes(int sequence) {
      return 4L * length;
    }

    @Override
    public boolean copyState(int sequence, Memory into) {
      IntStream.range(0, length).forEach(i -> into.setInt(4L * i, i));
      return into.size() == stateBytes(sequence);
    }

    @Override
    public boolean restoreState(int sequence, Memory from) {
      assertThat(length).isZero();
      length = refuses ? 0 : (int) from.size() / 4;
      for (int i = 0; i < length; i++) {
        assertThat(from.getInt(4L * i)).isEqualTo(i);
      }
      return !refuses;
    }

    @Override
    public void share(int from, int to, int count) {
      throw new IllegalStateException("nothing is shared");
    }

    @Override
    public void truncate(int sequence, int count) {
      length = Math.min(length, count);
    }
  }

  /** A process, as far as its keeper sees it. */
  private final class Run {
    private final States states = new States();
    private final PrefixCache cache = new PrefixCache(states, 4, Long.MAX_VALUE);
    private long now;
    private final KeptPrefix keeper = new KeptPrefix(
        states,
        cache,
        new PrefixFolder(folder, mostBytes),
        () -> identity,
        BATCH,
        () -> now * 1_000_000_000,
        told::add);

    /** Answers a request, its prompt read in parts; says how many tokens were there. */
    int ask(int[] prompt, int part) {
      Row row = cache.claim(prompt).orElseThrow();
      int loaded = keeper.begin(prompt, row);
      assertThat(row.length()).isEqualTo(loaded);
      assertThat(states.length).isEqualTo(loaded);
      while (row.length() < prompt.length) {
        int count = Math.min(part, prompt.length - row.length());
        for (int i = 0; i < count; i++) {
          row.append(prompt[row.length()]);
        }
        states.length += count;
        now += secondsOfABatch;
        keeper.computed(row, count);
      }
      cache.release(row);
      return loaded;
    }
  }

  private static int[] prompt(int length) {
    return IntStream.range(0, length).map(i -> 3 * i + 1).toArray();
  }

  private int kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void samePrompt_isThereUpToTheLastWholeBatch() {
    assertThat(new Run().ask(prompt(1700), BATCH)).isZero();
    assertThat(told).isEmpty();
    assertThat(new Run().ask(prompt(1700), BATCH)).isEqualTo(1536);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("prefix: 1536 of 1700 tokens of the first prompt");
  }

  @Test
  void promptOfWholeBatches_hasItsLastTokenComputed() {
    new Run().ask(prompt(1536), BATCH);
    assertThat(new Run().ask(prompt(1536), BATCH)).isEqualTo(1024);
  }

  @Test
  void otherPrompt_takesWholeBatchesOfWhatIsAlike() throws IOException {
    new Run().ask(prompt(2100), BATCH);
    int[] other = prompt(2500);
    other[1700] = 0;
    assertThat(new Run().ask(other, BATCH)).isEqualTo(1536);
    assertThat(kept()).as("too few tokens more").isEqualTo(1);
    other[1000] = 0;
    assertThat(new Run().ask(other, BATCH)).isZero();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void muchLongerPrompt_isKept_andReadOfWithoutReason_isNot() throws IOException {
    new Run().ask(prompt(1100), BATCH);
    assertThat(new Run().ask(prompt(2700), BATCH)).isEqualTo(1024);
    assertThat(kept()).isEqualTo(2);
    assertThat(new Run().ask(prompt(2700), BATCH)).isEqualTo(2560);
    Files.delete(file());
    Files.delete(file());
    new Run().ask(prompt(2700), BATCH);
    assertThat(new Run().ask(prompt(1100), BATCH))
        .as("less than half of a file")
        .isZero();
  }

  @Test
  void shortPrompt_secondPrompt_batchesOfOtherSizes_areNotKept() throws IOException {
    new Run().ask(prompt(1024), BATCH);
    new Run().ask(prompt(1700), BATCH / 2);
    Run run = new Run();
    run.ask(prompt(10), BATCH);
    assertThat(run.keeper.begin(prompt(1700), run.cache.claim(prompt(1700)).orElseThrow()))
        .isZero();
    assertThat(kept()).isZero();
  }

  @Test
  void whatIsComputedSoonerThanRead_isNotKept() throws IOException {
    secondsOfABatch = 0;
    new Run().ask(prompt(1700), BATCH);
    assertThat(kept()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void otherIdentity_isNotUsed() {
    new Run().ask(prompt(1700), BATCH);
    identity = "fedcba9876543210".repeat(4);
    assertThat(new Run().ask(prompt(1700), BATCH)).isZero();
  }

  @Test
  void damagedFile_isToldOnceAndReplaced() throws IOException {
    new Run().ask(prompt(1700), BATCH);
    try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
      file.seek(file.length() - 5);
      file.write(1);
    }
    assertThat(new Run().ask(prompt(1700), BATCH)).isZero();
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("no kept prefix is used: ").contains("is damaged");
    assertThat(new Run().ask(prompt(1700), BATCH)).isEqualTo(1536);
  }

  @Test
  void fileThatLlamaRefuses_isToldAndReplaced() throws IOException {
    new Run().ask(prompt(1700), BATCH);
    Run run = new Run();
    run.states.refuses = true;
    assertThat(run.ask(prompt(1700), BATCH)).isZero();
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).endsWith("is refused by llama.cpp");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void tooLargeOrNoFolder_isToldOnce() throws IOException {
    mostBytes = 100;
    new Run().ask(prompt(1700), BATCH);
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith("the prefix of 1536 tokens is not kept for later runs: it takes 1 MiB");
    told.clear();
    mostBytes = 1 << 20;
    folder = Files.writeString(folder.resolve("file"), "no folder");
    new Run().ask(prompt(1700), BATCH);
    assertThat(told).isNotEmpty().hasSizeLessThan(3);
  }
}
