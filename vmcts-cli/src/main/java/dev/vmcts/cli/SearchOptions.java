package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Sampling;
import dev.vmcts.problem.Header;
import dev.vmcts.problem.Problem;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Solvers;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.search.SettingsDraft;
import dev.vmcts.verify.Verifier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how to search, and how much to spend. What an option leaves out, the problem's header may set. */
final class SearchOptions {

  private static final long TOKENS = 30_000;
  private static final Duration TIME = Duration.ofMinutes(10);
  private static final long COUNT = 1_000_000;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "vermcts",
      description =
          "vermcts: tree search over verified steps; best-first: by log-probability; dfs: depth first;"
              + " rmax: tree search that samples the rest of a hole and keeps what is verified; rollout: the same,"
              + " rewarded for whole programs only; whole: re-sampling of whole programs; reflexion: whole programs, repaired"
              + " after the model has thought about the verifier's answer (for instruct models). Default: ${DEFAULT-VALUE}.")
  private Strategy strategy = Strategy.VERMCTS;

  @Option(
      names = "--paper",
      description =
          "The paper's search and nothing else: every accepted step counts, no closing steps, no solvers.")
  private boolean paper;

  @Option(
      names = "--solvers",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether the verifier's own decision procedures (Coq: reflexivity, lia, congruence, auto) are tried on every"
              + " new prefix before the model is asked. Default: ${DEFAULT-VALUE}.")
  private Solvers solvers = Solvers.ON;

  @Option(
      names = "--unique",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether, where the model has repeated itself three times, what it proposes from then on is taken out of its"
              + " distribution there, so that it proposes something else. Default: ${DEFAULT-VALUE}; of no effect with"
              + " --paper, and with strategies that sample whole programs or the rest of one.")
  private Switch unique = Switch.ON;

  @Option(
      names = "--repair",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether steps that were refused are sampled again from where the verifier found their fault, half of the time."
              + " Default: ${DEFAULT-VALUE}, with --paper off.")
  private Switch repair = Switch.ON;

  @Option(
      names = "--banned-words",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether a local model is kept from words that assume what is to be proven, such as Admitted, sorry and assume,"
              + " unless the problem itself uses them. Default: ${DEFAULT-VALUE}, with --paper off. No program with one"
              + " is accepted either way.")
  private Switch bannedWords = Switch.ON;

  @Mixin
  private GrammarOptions grammar;

  private enum Switch {
    OFF,
    ON
  }

  @Option(
      names = "--reflections",
      paramLabel = "N",
      description =
          "With --strategy reflexion: how often a refused program is repaired before a new one is begun, 0 to 100."
              + " Default: 3.")
  private @Nullable Integer reflections;

  @Option(
      names = "--exploration",
      paramLabel = "C",
      defaultValue = "3",
      description = "The constant c of the tree policy. Default: ${DEFAULT-VALUE}.")
  private double exploration;

  @Option(
      names = "--widening-prior",
      paramLabel = "P",
      defaultValue = "0.1",
      description = "The prior of widen nodes. Default: ${DEFAULT-VALUE}.")
  private double wideningPrior;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "40",
      description = "Most steps of a program. Default: ${DEFAULT-VALUE}.")
  private int depth;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Sampling temperature, 0 to 10. Default: 0.7, with --paper 1.")
  private @Nullable Double temperature;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "0.95",
      description = "Probability mass that is sampled from. Default: ${DEFAULT-VALUE}.")
  private double topP;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      defaultValue = "0",
      description = "Number of tokens that are sampled from; 0 for all. Default: ${DEFAULT-VALUE}.")
  private int topK;

  @Option(
      names = "--step-tokens",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Most tokens of one proposal (twice as many for whole programs and rests of holes). Default: ${DEFAULT-VALUE}.")
  private int stepTokens;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Expansions that are under way at once, 1 to 64, so that the model is at work while the verifier is. Only with"
              + " vermcts, rmax and rollout. With 1, the default, the same seed gives the same search again.")
  private int workers;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description =
          "Most sampled tokens. Default: what the problem's header says, else " + TOKENS + ".")
  private @Nullable Long tokens;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Most minutes. Default: what the problem's header says, else 10.")
  private @Nullable Double minutes;

  @Option(
      names = "--expansions",
      paramLabel = "N",
      description = "Most expansions. Default: " + COUNT + ".")
  private @Nullable Long expansions;

  @Option(
      names = "--verifier-calls",
      paramLabel = "N",
      description = "Most calls to the verifier. Default: " + COUNT + ".")
  private @Nullable Long verifierCalls;

  /** The settings; wrong values are a usage error. */
  SearchSettings settings() throws CliException {
    return settings(seed);
  }

  /** The settings with another seed. */
  SearchSettings settings(long otherSeed) throws CliException {
    if (reflections != null && strategy != Strategy.REFLEXION) {
      throw CliException.usage("--reflections goes with --strategy reflexion");
    }
    grammar.check(strategy);
    try {
      int perProposal = strategy.samplesRest() ? 2 * stepTokens : stepTokens;
      Sampling sampling = new Sampling(temperature(), topP, topK, perProposal);
      SearchSettings plain = SearchSettings.paper(sampling, otherSeed).with(s -> {
        s.strategy = strategy;
        s.exploration = exploration;
        s.wideningPrior = wideningPrior;
        s.depthLimit = depth;
        s.reflections = strategy != Strategy.REFLEXION ? 0 : reflections == null ? 3 : reflections;
        s.workers = workers;
      });
      return paper ? plain : plain.with(this::addParts);
    } catch (IllegalArgumentException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  /** Sets what the paper's search does not have. */
  private void addParts(SettingsDraft settings) {
    settings.chunkLimit = 4;
    settings.progress = Progress.NEW;
    settings.closers = Closers.ON;
    settings.solvers = solvers;
    settings.unique = strategy.keepsTree() && unique == Switch.ON;
    settings.repair = repair == Switch.ON;
  }

  /** The settings for one problem: what the model is kept from depends on it. */
  SearchSettings in(SearchSettings settings, Problem problem, Verifier verifier)
      throws CliException {
    Sampling sampling = settings.sampling().withGrammar(grammar.of(problem.language()));
    SearchSettings held = settings.with(s -> s.sampling = sampling);
    return paper || bannedWords == Switch.OFF ? held : Bans.in(held, problem, verifier);
  }

  /** Refuses a model that cannot do what the options want of it. */
  void check(ModelOptions model) throws CliException, ModelException {
    grammar.check(model);
  }

  private double temperature() {
    return temperature != null ? temperature : paper ? 1 : 0.7;
  }

  /** The budget for a problem; wrong values are a usage error. */
  Budget budget(Header header) throws CliException {
    return budget(
        new Budget(header.tokens().orElse(TOKENS), COUNT, COUNT, header.time().orElse(TIME)));
  }

  /** A budget in which what the user names replaces what was there; wrong values are a usage error. */
  Budget budget(Budget others) throws CliException {
    try {
      return new Budget(
          tokens != null ? tokens : others.tokens(),
          expansions != null ? expansions : others.expansions(),
          verifierCalls != null ? verifierCalls : others.verifierCalls(),
          minutes != null ? Duration.ofMillis(Math.round(minutes * 60_000)) : others.time());
    } catch (IllegalArgumentException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  Strategy strategy() {
    return strategy;
  }
}
