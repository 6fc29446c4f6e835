package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Coq that is installed on this machine: where its programs are, and which version it is. */
public final class CoqInstallation {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.\\d+|\\+\\w+)*");
  private static final Limits PROBE = new Limits(Duration.ofSeconds(30), 0);

  private final CoqOptions options;

  public CoqInstallation(CoqOptions options) {
    this.options = options;
  }

  /**
   * Where one of Coq's programs is.
   *
   * @throws VerifierException if it is not there, or may not be executed; the message says where it was looked for
   */
  public Path program(String name) throws VerifierException {
    List<Path> folders = options.folder().map(List::of).orElseGet(Executables::searchPath);
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && !Files.isExecutable(file)) {
        throw new VerifierException(
            file + " may not be executed; chmod +x it, or install Coq: apt-get install coq");
      }
    }
    return Executables.find(name, folders)
        .orElseThrow(
            () -> new VerifierException(
                name + " not found in "
                    + String.join(":", folders.stream().map(Path::toString).toList())
                    + "; install Coq 8.13 or newer (Debian: apt-get install coq), or say where it is with --coq FOLDER"));
  }

  /** The program that keeps states and speaks XML; opam names it with its kind of code, or without. */
  Path ideTop() throws VerifierException {
    List<Path> folders = options.folder().map(List::of).orElseGet(Executables::searchPath);
    boolean plain = Executables.find("coqidetop.opt", folders).isEmpty()
        && Executables.find("coqidetop", folders).isPresent();
    return program(plain ? "coqidetop" : "coqidetop.opt");
  }

  /**
   * The version, asked of the tool.
   *
   * @throws VerifierException if Coq is missing, does not run, or is older than 8.13
   */
  public String version() throws VerifierException, InterruptedException {
    Path coqc = program("coqc");
    try (Scratch scratch = Scratch.create()) {
      ProcessResult result = new ToolRunner(options.sandbox())
          .run(List.of(coqc.toString(), "--print-version"), scratch.folder(), PROBE);
      Matcher version = VERSION.matcher(result.stdout());
      if (!version.find()) {
        throw new VerifierException(
            coqc + " --print-version says '" + result.stdout().strip()
                + result.stderr().strip() + "', which is no version; is it Coq?");
      }
      int major = Integer.parseInt(version.group(1));
      if (major < 8 || (major == 8 && Integer.parseInt(version.group(2)) < 13)) {
        throw new VerifierException(coqc + " is version " + version.group()
            + "; allowed: 8.13 and newer (Debian: apt-get install coq)");
      }
      return version.group();
    }
  }
}
