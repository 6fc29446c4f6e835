package dev.vmcts.verifiers.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that all scratch folders of this program lie in, and the small process that deletes it when this program has
 * ended: by itself, by a signal or by a kill that leaves it no time.
 *
 * <p>The process waits for the end of its standard input, which only this program holds open. Where it cannot be started,
 * what stays is left to the system's own clearing of temporary files.
 */
final class Janitor {

  /** Signals to the whole group are for the others. What is just being killed may still write once. */
  private static final String SCRIPT = "trap '' INT TERM HUP; read -r _;"
      + " rm -rf \"$1\" 2>/dev/null || { sleep 1; rm -rf \"$1\"; }";

  private static @Nullable Path folder;

  /** Kept, since a process that nobody knows any more loses its standard input. */
  private static final List<Process> WATCHING = new ArrayList<>();

  private Janitor() {}

  /** The folder; made when it is first asked for, and again when somebody has deleted it. */
  static synchronized Path folder() throws IOException {
    Path made = folder;
    if (made == null || !Files.isDirectory(made)) {
      made = watched();
      folder = made;
    }
    return made;
  }

  /** A new folder. It is watched before it is there, so that no kill falls between the two. */
  private static Path watched() throws IOException {
    Path made = Path.of(System.getProperty("java.io.tmpdir"))
        .toRealPath()
        .resolve("vmcts-" + Long.toUnsignedString(new SecureRandom().nextLong()));
    watch(made);
    FileAttribute<?> ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return Files.createDirectory(made, ownerOnly);
  }

  private static void watch(Path folder) {
    try {
      WATCHING.add(new ProcessBuilder("sh", "-c", SCRIPT, "vmcts-janitor", folder.toString())
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start());
    } catch (IOException e) {
      // Without it the folder stays when this program is killed.
      return;
    }
  }
}
