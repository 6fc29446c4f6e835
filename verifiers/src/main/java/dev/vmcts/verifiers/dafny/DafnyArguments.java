package dev.vmcts.verifiers.dafny;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of Dafny's command lines.
 *
 * <p>Resources are not limited, only time: version 2 reports success when it runs out of resources.
 */
final class DafnyArguments {

  private DafnyArguments() {}

  /** The arguments behind the program's name. */
  static List<String> of(
      DafnyVersion version,
      DafnyCheck check,
      Duration proofTime,
      Optional<Path> solver,
      String file) {
    return version.hasCommands()
        ? words(check, proofTime, file)
        : slashes(check, proofTime, solver, file);
  }

  /** The options of the server of version 2, which keeps nothing from one request to the next. */
  static List<String> ofServer(DafnyCheck check, Duration proofTime, Optional<Path> solver) {
    List<String> words = new ArrayList<>(List.of("/verifySnapshots:0"));
    words.addAll(limits(proofTime, solver));
    check.names().forEach(name -> words.add("/proc:" + pattern(name)));
    return words;
  }

  private static List<String> words(DafnyCheck check, Duration proofTime, String file) {
    if (!check.proves()) {
      return List.of("resolve", "--show-snippets:false", file);
    }
    List<String> words = new ArrayList<>(List.of(
        "verify",
        "--show-snippets:false",
        "--cores",
        "1",
        "--verification-time-limit",
        seconds(proofTime)));
    if (check.names().size() == 1) {
      words.addAll(List.of("--boogie-filter", "*" + check.names().get(0) + " (*"));
    } else if (check.names().isEmpty()) {
      words.addAll(List.of("--log-format", "text"));
    }
    words.add(file);
    return words;
  }

  private static List<String> slashes(
      DafnyCheck check, Duration proofTime, Optional<Path> solver, String file) {
    List<String> words = new ArrayList<>(List.of("/compile:0"));
    if (check.proves()) {
      words.add("/trace");
      check.names().forEach(name -> words.add("/proc:" + pattern(name)));
    } else {
      words.add("/dafnyVerify:0");
    }
    words.addAll(limits(proofTime, solver));
    words.add(file);
    return words;
  }

  private static List<String> limits(Duration proofTime, Optional<Path> solver) {
    List<String> words = new ArrayList<>(List.of("/timeLimit:" + seconds(proofTime)));
    solver.ifPresent(z3 -> words.add("/z3exe:" + z3));
    return words;
  }

  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, time.toSeconds()));
  }

  /** What matches the proofs of a declaration, in whose name Dafny writes some characters as two. */
  static String pattern(String name) {
    return (name.equals("Main") ? "*.*" : "*.") + name.replaceAll("[^A-Za-z0-9]", "*");
  }
}
