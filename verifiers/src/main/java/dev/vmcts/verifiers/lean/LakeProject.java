package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verify.VerifierException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Lake project that a file lies in: its folder, and where its libraries are. */
final class LakeProject {

  private LakeProject() {}

  /** The nearest folder above a file that holds a Lake configuration. */
  static Optional<Path> of(String file) {
    for (Path folder = Path.of(file).toAbsolutePath().normalize().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("lakefile.lean"))
          || Files.isRegularFile(folder.resolve("lakefile.toml"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /**
   * The folders that {@code lake env} tells Lean to look for modules in.
   *
   * @param lean the project's Lean
   * @param program the program that the user named or that was found, beside which Lake may be
   */
  static List<Path> searchPath(Path project, Path lean, Path program)
      throws VerifierException, InterruptedException {
    Path lake = Executables.find("lake", List.of(folder(lean), folder(program)))
        .or(() -> Executables.find("lake"))
        .orElseThrow(() -> new VerifierException(project
            + " is a Lake project, and lake is not beside " + lean + " nor on the search path"));
    String env =
        LeanInstallation.ask(List.of(lake.toString(), "env", "printenv", "LEAN_PATH"), project);
    return Arrays.stream(env.strip().split(File.pathSeparator))
        .filter(p -> !p.isBlank())
        .map(p -> project.resolve(p).normalize())
        .toList();
  }

  private static Path folder(Path program) {
    Path parent = program.toAbsolutePath().getParent();
    return parent == null ? program : parent;
  }
}
