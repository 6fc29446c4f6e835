package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.Decoder.Piece;
import dev.vmcts.llm.llamacpp.Message.Failed;
import dev.vmcts.llm.llamacpp.Message.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Works on several requests at once: a batch has the next token of each text, and parts of the prompts that are still
 * read.
 *
 * <p>A request begins as soon as there is a row for it, unless one that came before is of its scope, or reads a prefix that
 * it shares; then it waits for that one, so that nothing is computed twice. When the cache is full, the request that began
 * last is set back until another one has ended. A request alone is computed as if there were no batches. For one thread.
 */
final class Scheduler {

  /** Most tokens of prompts in a batch that has tokens of texts, too: those must not wait for long. */
  private static final int CHUNK = 64;

  private record Part(Slot slot, Piece piece) {}

  private final Decoder decoder;
  private final PrefixCache cache;
  private final AbortFlag abort;
  private final Drafting drafting;
  private final PrefixKeeper keeper;
  private final Consumer<Message> answers;
  private final float[] logits;
  private final ComputedPrefixes computed = new ComputedPrefixes();
  private final List<Slot> waiting = new ArrayList<>();
  /** Those that were served last come last. */
  private final List<Slot> open = new ArrayList<>();
  /** In the order in which they began. */
  private final List<Slot> begun = new ArrayList<>();

  private int limit;
  private boolean full;
  /** Whether a batch with drafts did not fit, and none without them was computed since. */
  private boolean tight;

  /**
   * A scheduler without requests.
   *
   * @param drafting guesses how texts go on
   * @param keeper lets the first prompt's beginning outlive the process
   * @param answers takes the last message of each request
   */
  Scheduler(
      Decoder decoder,
      PrefixCache cache,
      AbortFlag abort,
      Drafting drafting,
      PrefixKeeper keeper,
      int vocabulary,
      Consumer<Message> answers) {
    this.decoder = decoder;
    this.cache = cache;
    this.abort = abort;
    this.drafting = drafting;
    this.keeper = keeper;
    this.answers = answers;
    this.logits = new float[vocabulary];
    this.limit = decoder.most();
  }

  /** Whether there is nothing to do. */
  boolean idle() {
    return open.isEmpty() && waiting.isEmpty();
  }

  /** Takes a request, which is answered in one of the next steps. */
  void add(Writing writing) {
    waiting.add(new Slot(writing));
  }

  /** Computes one batch, and draws the tokens that can be drawn then. */
  void step() {
    dropCancelled(open);
    dropCancelled(waiting);
    admit();
    List<Part> batch = plan();
    if (!batch.isEmpty()) {
      abort.computing(batch.stream().map(part -> part.slot.writing().request()).toList());
      compute(batch);
    }
  }

  private void dropCancelled(List<Slot> slots) {
    for (Slot slot : List.copyOf(slots)) {
      if (abort.cancelled(slot.writing().request())) {
        end(slot, new Failed(slot.writing().request(), Kind.CANCELLED, "", 0, 0));
      }
    }
  }

  private void admit() {
    if (full) {
      return;
    }
    Set<String> scopes = new HashSet<>();
    open.forEach(slot -> scopes.add(slot.writing().scope()));
    for (Iterator<Slot> all = waiting.iterator(); all.hasNext(); ) {
      Slot slot = all.next();
      String scope = slot.writing().scope();
      boolean first = scopes.add(scope) || scope.isEmpty();
      if (first && !isBeingRead(slot) && slot.claim(cache, keeper, computed)) {
        all.remove();
        open.add(slot);
        begun.add(slot);
      }
    }
  }

  /** Whether an open request is about to make more of a text resident than there is. */
  private boolean isBeingRead(Slot slot) {
    if (open.isEmpty()) {
      return false;
    }
    int[] tokens = slot.tokens();
    int resident = cache.resident(tokens);
    return open.stream()
        .anyMatch(other ->
            other.pending() > 1 && Math.min(other.common(tokens), tokens.length - 1) > resident);
  }

  private List<Part> plan() {
    int readers = (int) open.stream().filter(slot -> slot.pending() > 1).count();
    int writers = open.size() - readers;
    int room = limit;
    int reading = writers == 0 ? room : Math.min(room - writers, CHUNK);
    int others = open.size();
    drafting.begin(readers == 0 ? Math.min(writers, room) : 0);
    List<Part> batch = new ArrayList<>();
    for (Slot slot : List.copyOf(open)) {
      others--;
      int count = 1;
      if (slot.pending() > 1) {
        count = Math.min(slot.pending(), Math.max(1, reading / readers--));
        reading -= count;
      }
      count = Math.min(count, room);
      if (count > 0) {
        drafting.guess(slot, tight ? 0 : room - count - others);
        Piece piece = slot.piece(count);
        room -= piece.count();
        batch.add(new Part(slot, piece));
        open.remove(slot);
        open.add(slot);
      }
    }
    return batch;
  }

  private void compute(List<Part> batch) {
    drafting.planned();
    try {
      switch (decoder.decode(batch.stream().map(Part::piece).toList())) {
        case COMPUTED -> advance(batch);
        case NO_ROOM -> makeRoom(batch);
        case BROKEN_OFF -> {
          // Those that were cancelled are dropped before the next batch.
        }
      }
    } catch (ModelException e) {
      if (batch.size() == 1) {
        fail(batch.get(0).slot, e);
        return;
      }
      // One of them may be at fault; the others go on.
      batch.stream()
          .filter(part -> part.slot.owns(part.piece))
          .forEach(part -> compute(List.of(part)));
    }
  }

  private void advance(List<Part> batch) {
    drafting.computed(size(batch));
    tight = false;
    int end = 0;
    for (Part part : batch) {
      end += part.piece.count();
      part.slot.computed(part.piece, computed);
      keeper.computed(part.piece.row(), part.piece.count());
      if (part.piece.asked() > 0) {
        limit = decoder.most();
        draw(part.slot, end - part.piece.asked());
      }
    }
  }

  /** Draws the next token of a text, and those behind it as long as they are the drafted ones. */
  private void draw(Slot slot, int first) {
    Writing writing = slot.writing();
    int index = first;
    try {
      boolean goesOn;
      boolean accepted;
      do {
        decoder.logits(index++, logits);
        goesOn = writing.draw(logits);
        cache.drew();
        accepted = slot.accepts(drafting, computed);
      } while (goesOn && accepted);
      slot.draft().save(drafting.saved(index - first));
      slot.dropAhead(cache);
      if (!goesOn) {
        drafting.ended(writing);
        Drafts drafts = slot.draft().sum();
        end(slot, new Message.Done(writing.request(), writing.proposal(slot.recomputed(), drafts)));
      } else {
        slot.shorten(cache);
      }
    } catch (ModelException | IllegalArgumentException e) {
      fail(slot, e);
    }
  }

  /** Frees cells for the next batch, or makes it smaller: the free cells for a batch have to lie side by side. */
  private void makeRoom(List<Part> batch) {
    if (batch.stream().anyMatch(part -> part.slot.draft().count() > 0)) {
      tight = true;
      return;
    }
    if (cache.evict()) {
      return;
    }
    int size = size(batch);
    if (size > 1) {
      limit = size / 2;
    } else if (open.size() > 1) {
      setBack(begun.get(begun.size() - 1));
    } else {
      Slot slot = open.get(0);
      int at = slot.writing().length() - slot.pending();
      fail(slot, new ModelException("the cache has no room for token " + at + " of a prompt"));
    }
  }

  private static int size(List<Part> batch) {
    return batch.stream().mapToInt(part -> part.piece.count()).sum();
  }

  private void setBack(Slot slot) {
    open.remove(slot);
    begun.remove(slot);
    slot.release(cache);
    waiting.add(0, slot);
    full = true;
  }

  private void fail(Slot slot, Exception e) {
    int request = slot.writing().request();
    end(slot, new Failed(request, Kind.MODEL, String.valueOf(e.getMessage()), 0, 0));
  }

  private void end(Slot slot, Message answer) {
    waiting.remove(slot);
    open.remove(slot);
    begun.remove(slot);
    slot.release(cache);
    full = false;
    abort.answered(slot.writing().request());
    answers.accept(answer);
  }
}
