package dev.vmcts.search;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.prompt.Brevity;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.Step;
import dev.vmcts.text.OneLine;
import dev.vmcts.text.Sha256;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy works with: the model and the verifier, each call counted, reported and within the budget.
 *
 * <p>Each worker of a search has its own. For the holder of the search's {@link Monitor}, which is given up during a call.
 */
final class Desk {

  private static final int MODEL_FAILURES = 3;

  /** One proposal in so many is free to use any words. */
  private static final int FREE_OF = 10;

  /** Tells the scopes of this search from those of others that ask the same model. */
  private final String search;

  private final Problem problem;
  private final Verifier verifier;
  private final VerifierSession session;
  private final LanguageModel model;
  private final PromptRenderer prompts;
  private final SearchSettings settings;
  private final RandomGenerator random;
  private final Meter meter;
  private final SearchListener listener;
  private final Monitor monitor;
  private final Findings findings;
  private final @Nullable Integer worker;
  private long expansion;
  private @Nullable String author;

  /** The desk of the first worker, who also prepares the search. */
  Desk(
      Problem problem,
      Verifier verifier,
      VerifierSession session,
      LanguageModel model,
      PromptRenderer prompts,
      SearchSettings settings,
      RandomGenerator random,
      Meter meter,
      SearchListener listener) {
    this.search = UUID.randomUUID().toString();
    this.problem = problem;
    this.verifier = verifier;
    this.session = session;
    this.model = model;
    this.prompts = prompts;
    this.settings = settings;
    this.random = random;
    this.meter = meter;
    this.listener = listener;
    this.monitor = new Monitor();
    this.findings = new Findings();
    this.worker = settings.workers() == 1 ? null : 1;
  }

  private Desk(Desk first, int worker) {
    this.search = first.search;
    this.problem = first.problem;
    this.verifier = first.verifier;
    this.session = first.session;
    this.model = first.model;
    this.prompts = first.prompts;
    this.settings = first.settings;
    this.random = first.random;
    this.meter = first.meter;
    this.listener = first.listener;
    this.monitor = first.monitor;
    this.findings = first.findings;
    this.worker = worker;
  }

  /** The desk of another worker of the same search: only the expansion under way is its own. */
  Desk of(int other) {
    return new Desk(this, other);
  }

  Monitor monitor() {
    return monitor;
  }

  Findings findings() {
    return findings;
  }

  SearchSettings settings() {
    return settings;
  }

  RandomGenerator random() {
    return random;
  }

  Problem problem() {
    return problem;
  }

  PromptRenderer prompts() {
    return prompts;
  }

  Verifier verifier() {
    return verifier;
  }

  VerifierState rootState() {
    return session.root();
  }

  /** The number of the expansion that is under way. */
  long expansion() {
    return expansion;
  }

  /** Who writes the steps that are judged from now on, as events name them; null for nobody in particular. */
  void author(@Nullable String by) {
    author = by;
  }

  @Nullable
  String author() {
    return author;
  }

  /** What was spent so far. */
  Statistics spent() {
    return meter.statistics();
  }

  void report(SearchEvent event) {
    listener.on(event);
  }

  /** Starts an expansion; throws when the budget has run out. */
  void expand(int node) throws BudgetSpentException {
    expansion = meter.expand();
    report(new SearchEvent.Expand(expansion, node, worker));
  }

  /**
   * Asks the model to go on from a prefix.
   *
   * @param node the prefix in the tree; null where there is none
   * @param begun text of the current step that was sampled before
   * @return its proposal; empty when it could not make one here
   */
  Optional<Proposal> propose(
      @Nullable Integer node,
      List<Step> prefix,
      VerifierState state,
      List<String> failed,
      String begun,
      Sampling sampling,
      StopRule stop)
      throws ModelException, InterruptedException, BudgetSpentException, ModelUsedUpException {
    while (true) {
      Brevity brevity = findings.brevity(state.hole());
      Prompt prompt = prompts.prompt(problem, prefix, state, failed, begun, brevity);
      Optional<Proposal> answer = answer(node, prompt, begun, sampling, stop);
      boolean fits = answer.map(p -> !isTooLong(p) && !fillsContext(p)).orElse(true);
      if (fits || !findings.shorten(state.hole(), brevity)) {
        return answer.filter(p -> !isTooLong(p));
      }
    }
  }

  private boolean fillsContext(Proposal proposal) {
    int context = model.info().contextLength();
    return context > 0
        && proposal.stopReason() == StopReason.LENGTH
        && proposal.promptTokens() + proposal.tokens() >= context - 1;
  }

  /** The same with a prompt that the strategy has put together. */
  Optional<Proposal> ask(
      @Nullable Integer node, Prompt prompt, String begun, Sampling sampling, StopRule stop)
      throws ModelException, InterruptedException, BudgetSpentException, ModelUsedUpException {
    return answer(node, prompt, begun, sampling, stop).filter(p -> !isTooLong(p));
  }

  private static boolean isTooLong(Proposal proposal) {
    return proposal.tokens() == 0 && proposal.stopReason() == StopReason.LENGTH;
  }

  /** What the model says; no token where the prompt is too long for it, nothing where it failed. */
  private Optional<Proposal> answer(
      @Nullable Integer node, Prompt prompt, String begun, Sampling sampling, StopRule stop)
      throws ModelException, InterruptedException, BudgetSpentException, ModelUsedUpException {
    monitor.await(() -> !meter.scarce(sampling.maxTokens()));
    monitor.check();
    meter.check();
    long seed = random.nextLong();
    int granted = meter.reserve(sampling.maxTokens());
    Sampling within = anyWords(sampling).withMaxTokens(granted);
    Instant start = meter.now();
    Proposal proposal;
    try {
      proposal = monitor.outside(() -> model.sample(prompt, within, stop, seed));
      findings.modelAnswered();
    } catch (PromptTooLongException e) {
      Proposal none = new Proposal("", 0, 0, StopReason.LENGTH, e.promptTokens(), 0);
      report(proposed(node, prompt, seed, begun, none, meter.sampled(start, 0)));
      return Optional.of(none);
    } catch (TransientModelException e) {
      double took = Meter.seconds(meter.sampled(start, 0));
      report(
          new SearchEvent.ModelFailed(expansion, OneLine.of(String.valueOf(e.getMessage())), took));
      if (findings.modelFailed() >= MODEL_FAILURES * settings.workers()) {
        throw e;
      }
      return Optional.empty();
    } finally {
      meter.release(granted);
      monitor.changed();
    }
    report(proposed(node, prompt, seed, begun, proposal, meter.sampled(start, proposal.tokens())));
    if (proposal.tokens() == 0 && proposal.stopReason() == StopReason.EOS) {
      throw new ModelUsedUpException();
    }
    return Optional.of(proposal);
  }

  /** Where a step that goes on after a prefix and some text is not to be proposed twice. */
  String scope(Node node, String begun) {
    return search + " " + node.id() + " " + begun;
  }

  /** Now and then, words that are not known are allowed, so that no program is out of reach. */
  private Sampling anyWords(Sampling sampling) {
    return sampling.knownWords() && random.nextInt(FREE_OF) == 0
        ? sampling.withKnownWords(false)
        : sampling;
  }

  private SearchEvent proposed(
      @Nullable Integer node, Prompt prompt, long seed, String begun, Proposal p, Duration took) {
    return new SearchEvent.Propose(
        expansion,
        node,
        "model",
        Sha256.of(prompt.text()),
        seed,
        begun.isEmpty() ? null : begun,
        p.text(),
        p.tokens(),
        p.logProbability(),
        p.stopReason().name(),
        p.promptTokens(),
        p.reusedTokens(),
        p.recomputedTokens(),
        p.drafts().equals(Drafts.NONE) ? null : p.drafts(),
        Meter.seconds(took));
  }

  /** A step as it joins the program: a model's comments are left out. */
  String clean(String text) {
    return verifier.stepReader().trim(SourceScanner.of(problem.language()).withoutComments(text));
  }

  /** Checks a step, and tries to end the hole after it. */
  Checked check(@Nullable Integer node, VerifierState state, String text)
      throws VerifierException, InterruptedException {
    Instant start = meter.now();
    Verdict verdict = monitor.outside(() -> session.step(state, text));
    int calls = 1;
    Verdict closing = null;
    Checked checked;
    if (verdict instanceof Verdict.Verified verified) {
      closing = monitor.outside(() -> session.close(verified.state()));
      checked = Checked.of(verified.state(), closing);
      calls++;
    } else {
      checked = Checked.of(verdict);
    }
    double took = Meter.seconds(meter.verified(start, calls));
    boolean open = checked.open().isPresent();
    report(new SearchEvent.Checked(
        expansion,
        node,
        text.strip(),
        checked.verdict(),
        Checked.kind(closing == null ? verdict : closing),
        open ? null : checked.message(),
        checked.at() < 0 ? null : checked.at(),
        closing == null ? null : Checked.word(closing),
        open && closing != null ? Checked.message(closing) : null,
        calls,
        took,
        author));
    return checked;
  }

  /** Ends the hole of a state if nothing more is needed in it. */
  Checked close(@Nullable Integer node, VerifierState open)
      throws VerifierException, InterruptedException {
    Instant start = meter.now();
    Verdict closing = monitor.outside(() -> session.close(open));
    double took = Meter.seconds(meter.verified(start, 1));
    report(new SearchEvent.Closed(
        expansion, node, open.hole(), Checked.word(closing), Checked.message(closing), 1, took));
    return Checked.of(open, closing);
  }

  /** Notes what the search said of a step without asking the verifier. */
  void refuse(int node, String text, String verdict) {
    report(new SearchEvent.Checked(
        expansion, node, text.strip(), verdict, null, null, null, null, null, 0, 0, author));
  }

  /** Judges the whole program of a complete prefix; once more, with more time, when it cannot be told. */
  Acceptance accept(int node, List<Step> path) throws VerifierException, InterruptedException {
    List<String> fills = Fills.of(problem, path);
    Instant start = meter.now();
    Acceptance acceptance =
        judged(start, fills, monitor.outside(() -> verifier.accept(problem, fills)));
    if (acceptance instanceof Acceptance.Undecided) {
      Instant again = meter.now();
      acceptance =
          judged(again, fills, monitor.outside(() -> verifier.acceptPatiently(problem, fills)));
    }
    if (acceptance instanceof Acceptance.Accepted accepted) {
      report(new SearchEvent.Solution(
          expansion, node, accepted.program(), accepted.proven(), accepted.axioms()));
    } else if (acceptance instanceof Acceptance.Undecided undecided) {
      Unjudged kept = new Unjudged(problem.fill(fills), OneLine.of(undecided.message()));
      report(new SearchEvent.Unjudged(expansion, node, kept.program(), kept.reason()));
      findings.unjudged(kept);
    }
    return acceptance;
  }

  private Acceptance judged(Instant start, List<String> fills, Acceptance acceptance) {
    double took = Meter.seconds(meter.verified(start, 1));
    report(acceptance.match(
        accepted -> new SearchEvent.Judged(expansion, "accepted", null, null, null, took),
        refused -> new SearchEvent.Judged(
            expansion,
            "refused",
            refused.diagnostic().kind(),
            refused.diagnostic().message(),
            problem.fill(fills),
            took),
        undecided ->
            new SearchEvent.Judged(expansion, "undecided", null, undecided.message(), null, took)));
    return acceptance;
  }
}
