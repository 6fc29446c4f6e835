package dev.vmcts.llm.llamacpp;

import com.sun.jna.Memory;
import dev.vmcts.llm.llamacpp.PrefixCache.Row;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the beginning of a process's first prompt in a file, and takes it from there in the next process.
 *
 * <p>What comes out is the same to the last bit: only whole batches that were computed one after the other from the start
 * of an empty cache are kept, and they come back to where they were, so that the rest is computed in the batches in which
 * it would have been. Whatever goes wrong with a file costs a line for the user, and the prefix is computed. For one thread.
 */
final class KeptPrefix implements PrefixKeeper {

  /** Fewest tokens that are worth a file. */
  static final int LEAST_TOKENS = 1024;

  /** Bytes a second of state that computing has to stay below: reading and checking a file is faster than that. */
  private static final double SLOW_BYTES_A_SECOND = 100e6;

  /** Says what states depend on. */
  interface Identity {
    String hash() throws IOException;
  }

  private final SequenceStates states;
  private final PrefixCache cache;
  private final PrefixFolder folder;
  private final Identity identity;
  private final int batch;
  private final LongSupplier nanos;
  private final Consumer<String> told;

  private boolean begun;
  private @Nullable Row watched;
  private int[] prefix = {};
  private String key = "";
  private long start;

  /**
   * A keeper for one process.
   *
   * @param identity what the states depend on, asked for when there is a prompt that is long enough
   * @param batch tokens of a whole batch
   * @param nanos tells the time in nanoseconds
   * @param told takes lines for the user
   */
  KeptPrefix(
      SequenceStates states,
      PrefixCache cache,
      PrefixFolder folder,
      Identity identity,
      int batch,
      LongSupplier nanos,
      Consumer<String> told) {
    this.states = states;
    this.cache = cache;
    this.folder = folder;
    this.identity = identity;
    this.batch = batch;
    this.nanos = nanos;
    this.told = told;
  }

  @Override
  public int begin(int[] prompt, Row row) {
    int whole = wholeBatches(prompt.length - 1);
    if (begun || whole < LEAST_TOKENS) {
      begun = true;
      return 0;
    }
    begun = true;
    int loaded = 0;
    try {
      key = identity.hash();
      loaded = load(prompt, row);
    } catch (IOException e) {
      told.accept("no kept prefix is used: " + why(e));
    }
    if (!key.isEmpty() && whole - loaded >= LEAST_TOKENS) {
      prefix = Arrays.copyOf(prompt, whole);
      watched = row;
      start = nanos.getAsLong();
    }
    return loaded;
  }

  private int wholeBatches(int tokens) {
    return tokens / batch * batch;
  }

  private int load(int[] prompt, Row row) throws IOException {
    long begin = nanos.getAsLong();
    Optional<PrefixFile> nearest = folder.nearest(key, prompt);
    if (nearest.isEmpty()) {
      return 0;
    }
    PrefixFile file = nearest.get();
    int usable = wholeBatches(Math.min(PrefixFolder.common(file, prompt), prompt.length - 1));
    if (usable < LEAST_TOKENS || 2 * usable < file.tokens().length) {
      return 0;
    }
    try (Memory state = memory(file.bytes())) {
      restore(file, state, row.sequence());
    }
    for (int token : file.tokens()) {
      row.append(token);
    }
    cache.shorten(row, usable);
    folder.used(file);
    told.accept(String.format(
        "prefix: %d of %d tokens of the first prompt were kept from an earlier run, read in %.2f s",
        usable, prompt.length, (nanos.getAsLong() - begin) / 1e9));
    return usable;
  }

  private void restore(PrefixFile file, Memory state, int sequence) throws IOException {
    try {
      file.content((offset, part, count) -> state.write(offset, part, 0, count));
      if (!states.restoreState(sequence, state)) {
        throw new IOException(file.path() + " is refused by llama.cpp");
      }
    } catch (IOException e) {
      folder.remove(file);
      throw e;
    }
  }

  private static Memory memory(long bytes) throws IOException {
    long free = MemoryNeed.free().orElse(Long.MAX_VALUE);
    try {
      if (bytes <= free / 2) {
        return new Memory(bytes);
      }
    } catch (OutOfMemoryError e) {
      // This process may have less than the machine.
      free = 0;
    }
    throw new IOException(
        "it takes " + (bytes >> 20) + " MiB of memory, and free are " + (free >> 20) + " MiB");
  }

  @Override
  public void computed(Row row, int count) {
    if (row != watched) {
      return;
    }
    if (count != batch) {
      // Read beside others, or set back: another process would compute it otherwise.
      watched = null;
    } else if (row.length() == prefix.length) {
      watched = null;
      if (row.holds(prefix)) {
        keep(row.sequence(), (nanos.getAsLong() - start) / 1e9);
      }
    }
  }

  private void keep(int sequence, double seconds) {
    long bytes = states.stateBytes(sequence);
    if (bytes > seconds * SLOW_BYTES_A_SECOND) {
      return;
    }
    try (Memory state = memory(bytes)) {
      if (!states.copyState(sequence, state)) {
        throw new IOException("llama.cpp does not give it");
      }
      folder.keep(key, prefix, bytes, (offset, part, count) -> state.read(offset, part, 0, count));
    } catch (IOException e) {
      told.accept(
          "the prefix of " + prefix.length + " tokens is not kept for later runs: " + why(e));
    }
  }

  private static String why(IOException e) {
    // What the system says is often no more than a file's name.
    return e.getClass() == IOException.class
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
