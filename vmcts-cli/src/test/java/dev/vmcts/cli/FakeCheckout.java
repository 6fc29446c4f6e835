package dev.vmcts.cli;

import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A source tree with the real launcher and nothing else that is real: Maven, Java, Coq and apt-get are small scripts
 * that write down how they were called.
 */
final class FakeCheckout {

  private static final List<String> TOOLS = List.of(
      "sh",
      "env",
      "sed",
      "head",
      "tail",
      "dirname",
      "readlink",
      "find",
      "sort",
      "cksum",
      "date",
      "cp",
      "rm",
      "ln",
      "mkdir",
      "cat",
      "uname",
      "flock",
      "grep",
      "chmod");

  private static final List<Path> SYSTEM = List.of(Path.of("/usr/bin"), Path.of("/bin"));

  private final Path root;
  private final Path bin;
  private final Path log;

  record Result(int status, String out, String err) {}

  FakeCheckout(Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("a checkout"));
    bin = Files.createDirectories(folder.resolve("bin"));
    log = folder.resolve("log");
    Files.createFile(log);
    Files.copy(launcher(), root.resolve("vmcts"), StandardCopyOption.COPY_ATTRIBUTES);
    source("core/src/main/java/A.java", "class A {}");
    source("core/pom.xml", "<project/>");
    source("pom.xml", "<project/>");
    for (String tool : TOOLS) {
      Optional<Path> real = Executables.find(tool, SYSTEM);
      if (real.isPresent()) {
        program(tool, "exec " + real.get() + " \"$@\"");
      }
    }
    program("id", "echo 0");
    program(
        "mvn",
        "echo \"mvn\" >>'" + log + "'",
        "mkdir -p '" + root + "/vmcts-cli/target/app/lib'",
        "echo jar >'" + root + "/vmcts-cli/target/app/lib/vmcts.jar'");
    program(
        "java",
        "case \"$*\" in",
        "  -version) echo 'openjdk version \"17.0.1\"' >&2 ;;",
        "  *ArchiveClassesAtExit*) ;;",
        "  *) for word in \"$@\"; do echo \"[$word]\"; done; exit ${FAKE_STATUS:-0} ;;",
        "esac");
    program("javac");
    program("coqc");
    program("coqtop");
    program("bwrap");
  }

  /** The launcher of this source tree: the tests run in the folder of their module. */
  static Path launcher() {
    return Path.of("../vmcts").toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  void source(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), text);
  }

  void program(String name, String... lines) throws IOException {
    Files.deleteIfExists(bin.resolve(name));
    Files.writeString(bin.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(bin.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void remove(String program) throws IOException {
    Files.delete(bin.resolve(program));
  }

  /** An apt-get that writes its last words down and runs the lines when it installs. */
  void apt(String... whenInstalling) throws IOException {
    List<String> lines = new ArrayList<>(
        List.of("echo \"apt-get $*\" >>'" + log + "'", "case \"$*\" in *install*) ", ":"));
    lines.addAll(List.of(whenInstalling));
    lines.add(";; esac");
    program("apt-get", lines.toArray(String[]::new));
  }

  Path bin() {
    return bin;
  }

  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  Process start(Path launcher, Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", folder.toString()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  Result run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return end(start(root.resolve("vmcts"), root, environment, arguments));
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  static Result end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, err);
  }
}
