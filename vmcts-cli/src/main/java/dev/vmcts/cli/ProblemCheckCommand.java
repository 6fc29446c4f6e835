package dev.vmcts.cli;

import dev.vmcts.cli.ProblemReport.Status;
import dev.vmcts.problem.Language;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts problem check}: asks the real verifier whether problems ask what they mean to ask. */
@Command(
    name = "check",
    description =
        "Checks problems with the real verifier: the reference solution is accepted, no hole can be left empty, every"
            + " mutant is refused, and what is to be defined is told in the spec. The mutants of FOLDER/NAME.v are the"
            + " files in FOLDER/mutants/NAME. What has no verifier here is skipped.",
    sortOptions = false)
final class ProblemCheckCommand implements Callable<Integer> {

  private static final int MOST_JOBS = 256;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Problem files, or folders of them. Default: the folder problems.")
  private List<Path> named = List.of();

  @Option(names = "--json", description = "Print one JSON object a line for each problem.")
  private boolean json;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Problems checked at the same time. Default: as many as there are cores.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin
  private VerifierOptions verifierOptions;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, InterruptedException {
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw CliException.usage("--jobs is " + jobs + "; allowed: 1 to " + MOST_JOBS);
    }
    List<Path> files = ProblemFiles.of(named);
    Map<Language, Verifier> verifiers = new EnumMap<>(Language.class);
    Map<Language, String> missing = new EnumMap<>(Language.class);
    for (Path file : files) {
      Language.ofFileName(file.toString()).ifPresent(l -> missing.putIfAbsent(l, ""));
    }
    for (Language language : List.copyOf(missing.keySet())) {
      String reason = open(language, verifiers);
      missing.put(language, reason);
    }
    return run(files, verifiers, missing).status();
  }

  /** Finds the verifier of a language; the reason if there is none. */
  private String open(Language language, Map<Language, Verifier> verifiers)
      throws CliException, InterruptedException {
    try {
      Verifier verifier = verifierOptions.verifier(language);
      verifier.version();
      verifiers.put(language, verifier);
      return "";
    } catch (VerifierException e) {
      return String.valueOf(e.getMessage());
    } catch (CliException e) {
      if (e.exitCode() != ExitCode.MISSING) {
        throw e;
      }
      return String.valueOf(e.getMessage());
    }
  }

  private ExitCode run(
      List<Path> files, Map<Language, Verifier> verifiers, Map<Language, String> missing)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, files.size()));
    try {
      List<Future<ProblemReport>> checks = new ArrayList<>();
      for (Path file : files) {
        checks.add(workers.submit(() -> check(file, verifiers, missing)));
      }
      Map<Status, Integer> counts = new EnumMap<>(Status.class);
      for (Future<ProblemReport> check : checks) {
        ProblemReport report = result(check);
        counts.merge(report.status(), 1, Integer::sum);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() + "\n" : report.text());
        out.flush();
      }
      return summary(counts);
    } finally {
      workers.shutdownNow();
    }
  }

  private static ProblemReport check(
      Path file, Map<Language, Verifier> verifiers, Map<Language, String> missing)
      throws InterruptedException {
    Language language = Language.ofFileName(file.toString()).orElse(null);
    if (language == null) {
      return ProblemReport.without(
          file,
          Status.MALFORMED,
          "the language is told by the extension; allowed: .v, .dfy, .lean");
    }
    Verifier verifier = verifiers.get(language);
    return verifier == null
        ? ProblemReport.without(file, Status.SKIPPED, missing.getOrDefault(language, ""))
        : ProblemCheck.of(file, verifier);
  }

  private static ProblemReport result(Future<ProblemReport> check) throws InterruptedException {
    try {
      return check.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private ExitCode summary(Map<Status, Integer> counts) {
    int checked = 0;
    ExitCode worst = ExitCode.SOLVED;
    StringBuilder text = new StringBuilder();
    for (Status status : Status.values()) {
      int count = counts.getOrDefault(status, 0);
      checked += status == Status.SKIPPED ? 0 : count;
      worst = count > 0 && status.exitCode() != ExitCode.SOLVED ? status.exitCode() : worst;
      text.append(text.isEmpty() ? "" : ", ")
          .append(count)
          .append(' ')
          .append(status.name().toLowerCase(Locale.ROOT));
    }
    if (!json) {
      spec.commandLine().getOut().println(text);
    }
    return checked == 0 ? ExitCode.MISSING : worst;
  }
}
