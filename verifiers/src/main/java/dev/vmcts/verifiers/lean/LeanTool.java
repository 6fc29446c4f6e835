package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ToolRunner;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Lean that a problem is worked on with.
 *
 * @param program Lean's own program, not elan's
 * @param libraries folders with the compiled modules of a Lake project; empty outside one
 * @param options how it is run
 */
record LeanTool(Path program, List<Path> libraries, LeanOptions options) {

  /** Address space for each byte that Lean may allocate: it maps the libraries' files, and those of Mathlib are large. */
  private static final long ADDRESSES = 16;

  LeanTool {
    libraries = List.copyOf(libraries);
  }

  /** Runs programs confined as the options say; the libraries stay readable wherever they are. */
  ToolRunner runner() {
    return new ToolRunner(options.sandbox(), libraries);
  }

  Limits limits(Duration time) {
    return new Limits(time, options.memoryBytes() * ADDRESSES);
  }

  /** The program, the arguments that limit its memory, and further ones. */
  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of("-M", Long.toString(options.memoryBytes() >> 20)));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The environment in which modules are found in a folder, then in the project, then where the user says. */
  Map<String, String> environment(Path folder) {
    List<String> path = new ArrayList<>(List.of(folder.toString()));
    libraries.forEach(l -> path.add(l.toString()));
    String own = System.getenv("LEAN_PATH");
    if (own != null && !own.isBlank()) {
      path.add(own);
    }
    return Map.of("LEAN_PATH", String.join(File.pathSeparator, path));
  }

  /** As {@link #environment}, for a program that would ask the Lean on the search path where Lean is. */
  Map<String, String> checkerEnvironment(Path folder) {
    Map<String, String> environment = new HashMap<>(environment(folder));
    Path bin = program.getParent();
    Path prefix = bin == null ? null : bin.getParent();
    if (prefix != null) {
      environment.put("LEAN_SYSROOT", prefix.toString());
    }
    return environment;
  }

  /** The program that replays compiled modules through the kernel; newer toolchains have it beside Lean. */
  Optional<Path> checker() {
    return Optional.of(program.resolveSibling("leanchecker")).filter(Files::isExecutable);
  }
}
