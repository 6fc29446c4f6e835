package dev.vmcts.trace.resume;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.text.Sha256;
import java.util.Optional;

/**
 * Answers as recorded for as long as the record lasts, then asks the model. Not thread-safe.
 *
 * <p>A model that is warmed up is asked meanwhile too, and what it says is not looked at: what it says later depends, if
 * only by its rounding, on what its cache holds.
 */
final class ResumedModel implements LanguageModel {

  private final LanguageModel model;
  private final Recording recording;
  private final Warmth warmth;
  private long answered;

  ResumedModel(LanguageModel model, Recording recording, Warmth warmth) {
    this.model = model;
    this.recording = recording;
    this.warmth = warmth;
  }

  @Override
  public ModelInfo info() {
    return model.info();
  }

  @Override
  public Optional<String> refusesTurns() {
    return model.refusesTurns();
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException {
    if (recording.next() == null) {
      if (warmth == Warmth.COLD && answered > 0) {
        model.skip(answered);
        answered = 0;
      }
      return model.sample(prompt, sampling, stop, seed);
    }
    answered++;
    if (recording.next() instanceof SearchEvent.ModelFailed failed) {
      recording.clock().pass(failed.durationSeconds());
      throw new TransientModelException(failed.diagnostic());
    }
    SearchEvent.Propose told = recording.next(SearchEvent.Propose.class, "the model is asked");
    if (told.seed() != seed || !told.promptSha256().equals(Sha256.of(prompt.text()))) {
      throw recording.diverged(
          "the model is asked with seed " + seed + " and the prompt " + prompt.text());
    }
    if (warmth == Warmth.WARM) {
      warm(prompt, sampling, stop, seed);
    }
    recording.clock().pass(told.durationSeconds());
    StopReason reason = StopReason.valueOf(told.stopReason());
    if (told.tokens() == 0 && reason == StopReason.LENGTH) {
      throw new PromptTooLongException(told.promptTokens(), model.info().contextLength());
    }
    return new Proposal(
        told.text(),
        told.tokens(),
        told.logProbability(),
        reason,
        told.promptTokens(),
        told.reusedTokens(),
        told.recomputedTokens(),
        told.drafts() == null ? Drafts.NONE : told.drafts());
  }

  private void warm(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException {
    try {
      model.sample(prompt, sampling, stop, seed);
    } catch (PromptTooLongException | TransientModelException e) {
      // It says the same again, or fails where it did not fail before: either is no matter here.
      return;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
