package dev.vmcts.verifiers.process;

import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether tools are confined: no network, and no writes outside their scratch folder. Bubblewrap does it. */
public enum Sandbox {
  /** Tools run confined or not at all. */
  REQUIRE,
  /** Tools run confined where bubblewrap works, otherwise with limits only. */
  AUTO,
  /** Tools run with limits only. */
  OFF;

  /** Whether tools are confined on this machine. */
  public boolean confines() {
    return this != OFF && Bubblewrap.PROGRAM.isPresent();
  }

  /** One line that says what is confined and what is not. */
  public String describe() {
    if (confines()) {
      return "bubblewrap: no network, no writes outside a scratch folder"
          + (Wrappers.PRLIMIT.isPresent()
              ? ", limited memory"
              : "; memory is not limited (prlimit is missing)");
    }
    String why = this == OFF
        ? "switched off"
        : "bubblewrap (bwrap) is missing or not allowed to make namespaces";
    return "not confined: " + why + "; verifiers can use the network and write wherever you can"
        + (Wrappers.PRLIMIT.isPresent() ? "" : "; memory is not limited (prlimit is missing)");
  }

  /** The command line that runs a tool under the limits and, where wanted, confined. */
  List<String> wrap(List<String> command, Path scratch, Limits limits, List<Path> readable)
      throws VerifierException {
    if (this == REQUIRE && !confines()) {
      throw new VerifierException(
          "a sandbox is required, and bubblewrap (bwrap) is missing or not allowed to make namespaces;"
              + " install bubblewrap, or allow unconfined verifiers with --sandbox auto");
    }
    List<String> line = new ArrayList<>();
    if (confines()) {
      line.addAll(Bubblewrap.arguments(Path.of(command.get(0)), scratch, readable));
    } else {
      line.addAll(Wrappers.dieWithParent());
    }
    line.addAll(Wrappers.limits(limits));
    line.addAll(command);
    return line;
  }

  /** The bubblewrap of this machine and its command line. */
  private static final class Bubblewrap {

    static final Optional<Path> PROGRAM = Executables.find("bwrap").filter(Bubblewrap::works);

    private static final Path TMP = Path.of("/tmp");

    /** The scratch folder is bound after the empty temporary folder, since it usually lies in there. */
    static List<String> arguments(Path tool, Path scratch, List<Path> readable) {
      List<String> line = new ArrayList<>();
      line.addAll(List.of(
          PROGRAM.orElseThrow().toString(), "--unshare-all", "--die-with-parent", "--new-session"));
      line.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
      if (!Executables.real(tool).startsWith(TMP)) {
        line.addAll(List.of("--tmpfs", "/tmp"));
        for (Path folder : readable) {
          if (Executables.real(folder).startsWith(TMP)) {
            line.addAll(List.of("--ro-bind-try", folder.toString(), folder.toString()));
          }
        }
      }
      line.addAll(List.of(
          "--bind", scratch.toString(), scratch.toString(), "--chdir", scratch.toString(), "--"));
      return line;
    }

    private static boolean works(Path program) {
      List<String> line =
          new ArrayList<>(List.of(program.toString(), "--unshare-all", "--die-with-parent"));
      line.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--", "true"));
      try {
        Process process = new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        boolean ended = process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
        return ended && process.exitValue() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** Small programs put in front of a tool. */
  private static final class Wrappers {

    static final Optional<Path> PRLIMIT = Executables.find("prlimit");
    private static final Optional<Path> SETPRIV = Executables.find("setpriv");

    /** Limits on memory, on the size of files (1 GiB) and on core dumps (none). */
    static List<String> limits(Limits limits) {
      if (PRLIMIT.isEmpty()) {
        return List.of();
      }
      List<String> line =
          new ArrayList<>(List.of(PRLIMIT.get().toString(), "--core=0", "--fsize=1073741824"));
      if (limits.memoryBytes() > 0) {
        line.add("--as=" + limits.memoryBytes());
      }
      line.add("--");
      return line;
    }

    /** Ends an unconfined tool with this program; bubblewrap does so by itself. */
    static List<String> dieWithParent() {
      return SETPRIV
          .map(p -> List.of(p.toString(), "--pdeathsig", "KILL", "--"))
          .orElse(List.of());
    }
  }
}
