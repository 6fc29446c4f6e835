package dev.vmcts.search;

import dev.vmcts.llm.Sampling;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How a search goes about its work.
 *
 * @param strategy how prefixes are chosen
 * @param exploration the constant c of the tree policy
 * @param wideningPrior the prior p_w of widen nodes
 * @param depthLimit most steps of a prefix
 * @param chunkLimit most chunks of one expansion while the verifier needs more text
 * @param sampling how tokens are drawn
 * @param seed seed of every random choice
 * @param progress whether a step must be new and change something
 * @param closers whether steps, and beginnings of steps, that the verifier itself suggests are tried
 * @param solvers whether the verifier's own decision procedures are tried on every new prefix
 * @param unique whether the model, where it has repeated itself a few times, proposes nothing twice from then on, as far as it can
 * @param repair whether a refused step is sampled again from where its fault begins
 * @param reflections how often {@link Strategy#REFLEXION} repairs a refused program before it starts anew, 0 to 100
 * @param workers expansions that are under way at once, 1 to {@value #MOST_WORKERS}; one where the strategy is no tree
 *     search by the policy of arXiv 2402.08147
 */
public record SearchSettings(
    Strategy strategy,
    double exploration,
    double wideningPrior,
    int depthLimit,
    int chunkLimit,
    Sampling sampling,
    long seed,
    Progress progress,
    Closers closers,
    Solvers solvers,
    boolean unique,
    boolean repair,
    int reflections,
    int workers) {

  /** Most workers: each may have a process of the verifier. */
  public static final int MOST_WORKERS = 64;

  /** How prefixes are chosen. */
  public enum Strategy {
    /** Tree search with progressive widening, as in arXiv 2402.08147. */
    VERMCTS,
    /** Whole programs, sampled again and again. */
    WHOLE,
    /** Tree search that is rewarded for whole accepted programs only. */
    ROLLOUT,
    /** Tree search that samples the rest of a hole, keeps what is verified, and is rewarded for new prefixes. */
    RMAX,
    /** Depth-first search. */
    DFS,
    /** Best-first search by log-probability. */
    BEST_FIRST,
    /** Whole programs, repaired a few times after the model has thought about what the verifier has said. */
    REFLEXION;

    /** Its name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether several workers can be at it. */
    public boolean takesWorkers() {
      return this == VERMCTS || this == ROLLOUT || this == RMAX;
    }

    /** Whether an expansion samples the rest of a hole, not one step. */
    public boolean samplesRest() {
      return this == WHOLE || this == ROLLOUT || this == RMAX || this == REFLEXION;
    }

    /** Whether prefixes are kept in a tree. */
    public boolean keepsTree() {
      return this != WHOLE && this != REFLEXION;
    }
  }

  /** What counts as a step forward. */
  public enum Progress {
    /** Whatever the verifier accepts, as in the paper. */
    ANY,
    /** A step that was not tried in that state before, and that leads to a state that is not in the tree. */
    NEW
  }

  /** Whether the verifier's own closing steps are tried before the model is asked. */
  public enum Closers {
    OFF,
    ON
  }

  /** Whether the verifier's own decision procedures are tried on every new prefix, before a model is asked. */
  public enum Solvers {
    OFF,
    ON
  }

  public SearchSettings {
    check(exploration >= 0 && exploration <= 1000, "exploration", exploration, "0 to 1000");
    check(
        wideningPrior >= 0 && wideningPrior <= 1000, "widening prior", wideningPrior, "0 to 1000");
    check(depthLimit >= 1 && depthLimit <= 10_000, "depth limit", depthLimit, "1 to 10000");
    check(chunkLimit >= 1 && chunkLimit <= 1000, "chunk limit", chunkLimit, "1 to 1000");
    check(reflections >= 0 && reflections <= 100, "reflections", reflections, "0 to 100");
    check(workers >= 1 && workers <= MOST_WORKERS, "workers", workers, "1 to " + MOST_WORKERS);
    check(
        workers == 1 || strategy.takesWorkers(),
        "workers",
        workers,
        "1 with strategy " + strategy + "; vermcts, rmax and rollout take more");
  }

  /**
   * The search of arXiv 2402.08147: every accepted step counts, nothing is tried but what the model proposes, and there
   * is one worker.
   */
  public static SearchSettings paper(Sampling sampling, long seed) {
    return new SearchSettings(
        Strategy.VERMCTS,
        3,
        0.1,
        40,
        29,
        sampling,
        seed,
        Progress.ANY,
        Closers.OFF,
        Solvers.OFF,
        false,
        false,
        0,
        1);
  }

  /**
   * The same but for what is set: {@code settings.with(s -> s.workers = 4)}.
   *
   * @throws IllegalArgumentException if something is out of its range
   */
  public SearchSettings with(Consumer<SettingsDraft> change) {
    SettingsDraft draft = new SettingsDraft(this);
    change.accept(draft);
    return draft.settings();
  }

  private static void check(boolean allowed, String what, Number value, String range) {
    if (!allowed) {
      throw new IllegalArgumentException(what + " is " + value + "; allowed: " + range);
    }
  }
}
