package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Lean that is installed on this machine: the one that is named, else one on the search path, else elan's.
 *
 * <p>What elan puts on the path chooses a version by the folder that it is started in; Lean itself is asked where it is, so
 * that the program of a version is run and not elan's.
 */
public final class LeanInstallation {

  private static final Pattern VERSION =
      Pattern.compile("version (\\d+)\\.(\\d+)\\.(\\S+?)[,)\\s]");
  private static final Limits PROBE = new Limits(Duration.ofSeconds(60), 0);
  private static final int OLDEST_MINOR = 9;
  private static final String INSTALL =
      "install Lean 4.9 or newer with elan (https://lean-lang.org/install), or say where it is with --lean PATH";

  private final LeanOptions options;
  private final Map<Path, LeanTool> tools = new HashMap<>();

  public LeanInstallation(LeanOptions options) {
    this.options = options;
  }

  /**
   * Where the program is that starts Lean, which may be elan's.
   *
   * @throws VerifierException if it is not there, or may not be executed; the message says where it was looked for
   */
  public Path program() throws VerifierException {
    Optional<Path> named = options.program();
    if (named.isPresent() && Files.isRegularFile(named.get())) {
      if (!Files.isExecutable(named.get())) {
        throw new VerifierException(named.get() + " may not be executed; chmod +x it");
      }
      return named.get().toAbsolutePath();
    }
    List<Path> folders =
        named.isPresent() ? List.of(named.get(), named.get().resolve("bin")) : searched();
    return Executables.find("lean", folders)
        .map(Path::toAbsolutePath)
        .orElseThrow(() -> new VerifierException("lean not found in "
            + String.join(":", folders.stream().map(Path::toString).toList()) + "; " + INSTALL));
  }

  /** The search path, and where elan keeps its programs. */
  private static List<Path> searched() {
    List<Path> folders = new ArrayList<>(Executables.searchPath());
    String elan = System.getenv("ELAN_HOME");
    folders.add(
        elan != null
            ? Path.of(elan, "bin")
            : Path.of(System.getProperty("user.home"), ".elan", "bin"));
    return folders;
  }

  /**
   * The version, asked of the tool.
   *
   * @throws VerifierException if Lean is missing, does not run, or is older than 4.9
   */
  public String version() throws VerifierException, InterruptedException {
    Path program = program();
    try (Scratch scratch = Scratch.create()) {
      return version(program, scratch.folder());
    }
  }

  private static String version(Path program, Path folder)
      throws VerifierException, InterruptedException {
    String answer = ask(List.of(program.toString(), "--version"), folder);
    Matcher version = VERSION.matcher(answer);
    if (!version.find()) {
      throw new VerifierException(program + " --version says '"
          + answer.lines().findFirst().orElse("") + "', which is no version; is it Lean 4?");
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    String text = major + "." + minor + "." + version.group(3);
    if (major < 4 || (major == 4 && minor < OLDEST_MINOR)) {
      throw new VerifierException(
          program + " is version " + text + "; allowed: 4.9 and newer; " + INSTALL);
    }
    return text;
  }

  /**
   * The Lean for a problem: in a Lake project the project's own, with its libraries.
   *
   * @param file the problem's file, which need not exist
   * @throws VerifierException if Lean is missing or too old, or the project cannot be asked
   */
  synchronized LeanTool toolFor(String file) throws VerifierException, InterruptedException {
    Optional<Path> project = LakeProject.of(file);
    Path key = project.orElse(Path.of(""));
    LeanTool known = tools.get(key);
    if (known == null) {
      known = find(project);
      tools.put(key, known);
    }
    return known;
  }

  private LeanTool find(Optional<Path> project) throws VerifierException, InterruptedException {
    Path program = program();
    try (Scratch scratch = Scratch.create()) {
      Path folder = project.orElse(scratch.folder());
      String prefix = ask(List.of(program.toString(), "--print-prefix"), folder).strip();
      Path real = Path.of(prefix.lines().reduce((a, b) -> b).orElse(""), "bin", "lean");
      Path lean = Files.isExecutable(real) ? real : program;
      version(lean, folder);
      List<Path> path =
          project.isPresent() ? LakeProject.searchPath(project.get(), lean, program) : List.of();
      return new LeanTool(lean, path, options);
    }
  }

  /** Runs what the user installed, in a folder of the user, unconfined: elan looks there for the version to use. */
  static String ask(List<String> command, Path folder)
      throws VerifierException, InterruptedException {
    ProcessResult result = new ToolRunner(Sandbox.OFF)
        .run(command, folder, PROBE, Map.of("TMPDIR", System.getProperty("java.io.tmpdir")), "");
    if (result.timedOut() || result.exitCode() != 0) {
      String said = (result.stderr() + result.stdout()).strip();
      throw new VerifierException("'" + String.join(" ", command) + "' in " + folder
          + (result.timedOut()
              ? " does not end"
              : " fails: " + said.lines().findFirst().orElse("")));
    }
    return result.stdout();
  }
}
