package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Dafny that is installed on this machine: where its programs are, and which version it is. Thread-safe. */
public final class DafnyInstallation {

  private static final Limits PROBE = new Limits(Duration.ofSeconds(60), 0);
  private static final Pattern ASSEMBLY = Pattern.compile("(/\\S*)/Dafny\\.exe");
  private static final long LONGEST_SCRIPT = 4096;

  private final DafnyOptions options;
  private @Nullable DafnyVersion version;

  public DafnyInstallation(DafnyOptions options) {
    this.options = options;
  }

  /**
   * Where Dafny is.
   *
   * @throws VerifierException if it is not there, or may not be executed; the message says where it was looked for
   */
  public Path program() throws VerifierException {
    if (options.program().isPresent()) {
      Path program = options.program().get().toAbsolutePath();
      Path file = Files.isDirectory(program) ? program.resolve("dafny") : program;
      if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
        throw new VerifierException(file + " is no program; --dafny takes the path of dafny");
      }
      return file;
    }
    List<Path> folders = Executables.searchPath();
    return Executables.find("dafny", folders)
        .orElseThrow(
            () -> new VerifierException(
                "dafny not found in "
                    + String.join(":", folders.stream().map(Path::toString).toList())
                    + "; install Dafny (Debian: apt-get install dafny z3), or say where it is with --dafny PATH"));
  }

  /**
   * The version, asked of the tool once.
   *
   * @throws VerifierException if Dafny is missing, does not run, or is older than version 2
   */
  synchronized DafnyVersion version() throws VerifierException, InterruptedException {
    if (version == null) {
      version = ask();
    }
    return version;
  }

  private DafnyVersion ask() throws VerifierException, InterruptedException {
    // Version 2 does not know the question, and says what it is in front of every complaint.
    String answer = "";
    for (String question : List.of("--version", "/version")) {
      answer = run(question);
      Optional<DafnyVersion> found = DafnyVersion.of(answer);
      if (found.isPresent() && found.get().major() >= 2) {
        return found.get();
      }
    }
    throw new VerifierException(
        program() + " says '" + answer.lines().findFirst().orElse("")
            + "' when asked for its version; allowed: Dafny 2 and newer (Debian: apt-get install dafny z3)");
  }

  private String run(String argument) throws VerifierException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      ProcessResult result = new ToolRunner(options.sandbox())
          .run(List.of(program().toString(), argument), scratch.folder(), PROBE);
      return (result.stdout() + result.stderr()).strip();
    }
  }

  /** The solver on the search path, which Dafny 2 is told of; later versions bring their own. */
  Optional<Path> solver() throws VerifierException, InterruptedException {
    return version().hasCommands() ? Optional.empty() : Executables.find("z3");
  }

  /** The command that starts the server of Dafny 2, which keeps Dafny loaded between checks. */
  Optional<List<String>> server() throws VerifierException, InterruptedException {
    if (version().major() != 2) {
      return Optional.empty();
    }
    Optional<Path> assembly = folder().map(f -> f.resolve("DafnyServer.exe"));
    Optional<Path> mono = Executables.find("mono").or(() -> Executables.find("cli"));
    return assembly.filter(Files::isRegularFile).isPresent() && mono.isPresent()
        ? Optional.of(List.of(mono.get().toString(), assembly.get().toString()))
        : Optional.empty();
  }

  /** The folder of Dafny's assemblies, named by the script that starts it. */
  private Optional<Path> folder() throws VerifierException {
    Path program = program();
    try {
      if (Files.size(program) > LONGEST_SCRIPT) {
        return Optional.ofNullable(program.toRealPath().getParent());
      }
      Matcher script = ASSEMBLY.matcher(Files.readString(program));
      return script.find() ? Optional.of(Path.of(script.group(1))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
