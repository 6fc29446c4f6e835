package dev.vmcts.cli;

import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepRun;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.SearchResult;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;

/**
 * One thread of a sweep, with verifiers and models of its own: models answer one request at a time, and what one remembers
 * of a search shall not depend on what runs beside it. Each is opened when a run first needs it.
 */
final class SweepWorker implements Callable<Boolean> {

  private final Queue<SweepRunner.Planned> queue;
  private final SweepState state;
  private final VerifierOptions verifierOptions;
  private final SweepProgress progress;
  private final Map<Language, AskedVerifier> verifiers = new EnumMap<>(Language.class);
  private final Map<String, LanguageModel> models = new HashMap<>();

  SweepWorker(
      Queue<SweepRunner.Planned> queue,
      SweepState state,
      VerifierOptions verifierOptions,
      SweepProgress progress) {
    this.queue = queue;
    this.state = state;
    this.verifierOptions = verifierOptions;
    this.progress = progress;
  }

  /**
   * Does runs until none is left.
   *
   * @return false if it was interrupted
   * @throws Exception if a verifier or model cannot be opened, or a run cannot be written down
   */
  @Override
  public Boolean call() throws Exception {
    try {
      for (SweepRunner.Planned next = queue.poll(); next != null; next = queue.poll()) {
        if (Thread.currentThread().isInterrupted() || !run(next)) {
          return false;
        }
      }
      return true;
    } finally {
      models.values().forEach(LanguageModel::close);
    }
  }

  private boolean run(SweepRunner.Planned next)
      throws CliException, SweepException, VerifierException, ModelException, IOException,
          InterruptedException {
    SweepRun.Key key = next.key();
    AskedVerifier verifier = verifier(next.problem().language());
    LanguageModel model = model(next.arm());
    Path trace = state.folder().trace(key);
    Files.createDirectories(trace.resolveSibling(""));
    SearchResult result;
    try {
      result = next.arm().run(next.problem(), verifier, model, key.seed(), trace);
    } catch (VerifierException | ModelException | IOException | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      progress.failed(key, e);
      return true;
    }
    if (result.outcome() == Outcome.INTERRUPTED) {
      return false;
    }
    SweepRun run = SweepRun.of(key, result);
    state.ended(run);
    progress.ended(run);
    return true;
  }

  private AskedVerifier verifier(Language language)
      throws CliException, VerifierException, InterruptedException {
    AskedVerifier verifier = verifiers.get(language);
    if (verifier == null) {
      verifier = AskedVerifier.of(language, verifierOptions);
      verifiers.put(language, verifier);
    }
    return verifier;
  }

  private LanguageModel model(SweepArm arm)
      throws CliException, SweepException, ModelException, IOException, InterruptedException {
    LanguageModel model = models.get(arm.name());
    if (model == null) {
      model = arm.open();
      models.put(arm.name(), model);
      state.opened(arm.name(), model.info().hash());
    }
    return model;
  }
}
