package dev.vmcts.search;

import dev.vmcts.llm.Sampling;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Solvers;
import dev.vmcts.search.SearchSettings.Strategy;

/**
 * Settings that are being changed: a field for each component of {@link SearchSettings}, so that who changes some names
 * them. Values are checked when they become settings again. Not thread-safe.
 */
public final class SettingsDraft {

  public Strategy strategy;
  public double exploration;
  public double wideningPrior;
  public int depthLimit;
  public int chunkLimit;
  public Sampling sampling;
  public long seed;
  public Progress progress;
  public Closers closers;
  public Solvers solvers;
  public boolean unique;
  public boolean repair;
  public int reflections;
  public int workers;

  SettingsDraft(SearchSettings from) {
    this.strategy = from.strategy();
    this.exploration = from.exploration();
    this.wideningPrior = from.wideningPrior();
    this.depthLimit = from.depthLimit();
    this.chunkLimit = from.chunkLimit();
    this.sampling = from.sampling();
    this.seed = from.seed();
    this.progress = from.progress();
    this.closers = from.closers();
    this.solvers = from.solvers();
    this.unique = from.unique();
    this.repair = from.repair();
    this.reflections = from.reflections();
    this.workers = from.workers();
  }

  SearchSettings settings() {
    return new SearchSettings(
        strategy,
        exploration,
        wideningPrior,
        depthLimit,
        chunkLimit,
        sampling,
        seed,
        progress,
        closers,
        solvers,
        unique,
        repair,
        reflections,
        workers);
  }
}
