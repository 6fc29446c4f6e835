package dev.vmcts.llm.natives;

import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The build of llama.cpp that a user wants.
 *
 * @param name {@code default}, {@code installed}, or a file or folder
 */
public record NativeChoice(String name) {

  /** The build that comes with vmcts. */
  public static final NativeChoice DEFAULT = new NativeChoice("default");

  private static final String INSTALLED = "installed";

  /** The environment variable that says it where no option does. */
  public static final String VARIABLE = "VMCTS_NATIVE";

  /** What may be said, for messages and help. */
  public static final String ALLOWED = "default, installed, or the file or folder of a libllama";

  private static final Pattern LIBRARY =
      Pattern.compile("libj?llama(\\.[\\w.]+)?\\.(so|dylib)(\\.[0-9.]+)?");

  /** What an option says, else the environment, else the default. */
  public static NativeChoice of(@Nullable String option, @Nullable String environment) {
    return Stream.of(
            Optional.ofNullable(option).filter(text -> !text.isBlank()),
            Optional.ofNullable(environment).filter(text -> !text.isBlank()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(NativeChoice::new)
        .orElse(DEFAULT);
  }

  public boolean isDefault() {
    return equals(DEFAULT);
  }

  /**
   * The library's file, for any choice but the default.
   *
   * @throws ModelException if there is none; the message says what is allowed
   */
  public Path file() throws ModelException {
    if (name.equals(INSTALLED)) {
      NativeStore store = NativeStore.ofCache();
      return inFolder(store
          .preferred()
          .orElseThrow(() -> new ModelException("no llama.cpp is installed in " + store.folder()
              + "; install it with: vmcts native install")));
    }
    Path path;
    try {
      path = Path.of(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new ModelException(
          "native library '" + name + "' is no file name; allowed: " + ALLOWED, e);
    }
    if (Files.isDirectory(path)) {
      return inFolder(path);
    } else if (Files.isRegularFile(path)) {
      try {
        // What belongs to a library lies beside the file, not beside a link to it.
        return path.toRealPath();
      } catch (IOException e) {
        throw new ModelException("cannot read " + path + ": " + e.getMessage(), e);
      }
    }
    throw new ModelException("native library " + name + " does not exist; allowed: " + ALLOWED);
  }

  private static Path inFolder(Path folder) throws ModelException {
    try (Stream<Path> files = Files.list(folder)) {
      // Names with and without a version are links to one file.
      Set<Path> found = new TreeSet<>();
      for (Path file : files.filter(NativeChoice::isLibrary).toList()) {
        found.add(file.toRealPath());
      }
      if (found.size() == 1) {
        return found.iterator().next();
      }
      throw new ModelException("folder " + folder + " has "
          + (found.isEmpty() ? "no libllama" : "more than one libllama: " + found)
          + "; name the file");
    } catch (IOException e) {
      throw new ModelException("cannot read folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean isLibrary(Path file) {
    return LIBRARY.matcher(file.getFileName().toString()).matches();
  }
}
