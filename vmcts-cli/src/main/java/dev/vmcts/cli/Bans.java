package dev.vmcts.cli;

import dev.vmcts.llm.BannedWords;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.verify.Verifier;
import java.util.List;
import java.util.Set;

/** Keeps a model from the words that its verifier refuses, but for those that a problem uses itself. */
final class Bans {

  private Bans() {}

  /** The same settings for one problem. */
  static SearchSettings in(SearchSettings settings, Problem problem, Verifier verifier) {
    String used = words(problem);
    List<String> banned = verifier.bannedWords().stream()
        .filter(word -> new BannedWords(Set.of(word)).find(used, 0, true).isEmpty())
        .sorted()
        .toList();
    return settings.with(s -> s.sampling = s.sampling.withBanned(banned));
  }

  /** What a problem says, comments left out: there a word is often meant for people. */
  private static String words(Problem problem) {
    String given = String.join("\n", problem.given());
    return String.join(
        "\n",
        SourceScanner.of(problem.language()).withoutComments(given),
        problem.header().spec(),
        String.join("\n", problem.header().defines()));
  }
}
