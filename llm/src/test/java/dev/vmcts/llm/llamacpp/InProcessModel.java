package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model that is asked in this process, one request at a time, on a clock of its own: so the same guesses are computed each time. */
final class InProcessModel {

  private final List<Message> answers = new ArrayList<>();
  private final LlamaContext context;
  private final Writings writings;
  private final Scheduler scheduler;
  private long now;

  /** Loads a model that computes on one thread. */
  InProcessModel(Path model, DraftChoice draft) throws ModelException {
    this(TestModel.start(model, 1, 1024, draft));
  }

  InProcessModel(Message.Start start) throws ModelException {
    context = LlamaContext.load(start);
    writings = new Writings(context.vocabulary(), start);
    scheduler = new Scheduler(
        context,
        context.cache(),
        context.abort(),
        // All batches take the same time.
        new Drafting(DraftChoice.drafter(start, context), () -> now += 1_000_000),
        PrefixKeeper.NONE,
        context.vocabulary().size(),
        answers::add);
  }

  Proposal answer(Message.Sample request) throws ModelException {
    scheduler.add(writings.open(request, token -> {}));
    while (!scheduler.idle()) {
      scheduler.step();
    }
    if (answers.remove(0) instanceof Message.Done done) {
      return done.proposal();
    }
    throw new ModelException("it failed");
  }

  /** By how much the likeliest token after a text leads the next one, in nats. */
  double lead(String text) throws ModelException {
    int[] tokens = context.vocabulary().tokens(text);
    PrefixCache.Row row = context.cache().claim(tokens).orElseThrow();
    float[] logits = new float[context.vocabulary().size()];
    context.logits(TestModel.compute(context, row, tokens), logits);
    context.cache().release(row);
    float best = Float.NEGATIVE_INFINITY;
    float second = best;
    for (float logit : logits) {
      second = Math.max(second, Math.min(best, logit));
      best = Math.max(best, logit);
    }
    return (double) best - second;
  }
}
