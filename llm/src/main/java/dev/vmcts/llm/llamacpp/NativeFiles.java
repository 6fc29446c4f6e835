package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.file.CacheFolder;
import dev.vmcts.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * The native libraries, unpacked from the class path into a cache folder that is named by their hash.
 *
 * <p>A file appears under its name only when it is whole, so any number of starts at once are safe.
 */
final class NativeFiles {

  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final String ARCH = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
  private static final boolean X86 = ARCH.equals("amd64") || ARCH.equals("x86_64");

  private NativeFiles() {}

  /**
   * The llama.cpp library for this machine.
   *
   * @throws ModelException if there is none, or it cannot be unpacked
   */
  static Path llama() throws ModelException {
    checkInstructions(X86);
    return unpack(resource(
        "de/kherud/llama/Linux/" + (X86 ? "x86_64" : "aarch64") + "/libjllama.so",
        "de/kherud/llama/Mac/" + (X86 ? "x86_64" : "aarch64") + "/libjllama.dylib"));
  }

  /**
   * The native part of JNA for this machine.
   *
   * @throws ModelException if there is none, or it cannot be unpacked
   */
  static Path jna() throws ModelException {
    return unpack(resource(
        "com/sun/jna/linux-" + (X86 ? "x86-64" : "aarch64") + "/libjnidispatch.so",
        "com/sun/jna/darwin-" + (X86 ? "x86-64" : "aarch64") + "/libjnidispatch.jnilib"));
  }

  private static String resource(String linux, String mac) throws ModelException {
    boolean arm = ARCH.equals("aarch64") || ARCH.equals("arm64");
    if ((X86 || arm) && OS.contains("linux")) {
      return linux;
    } else if ((X86 || arm) && OS.contains("mac")) {
      return mac;
    }
    throw new ModelException(
        "local models run on Linux and macOS, on x86-64 and ARM64; this is " + OS + " on " + ARCH);
  }

  private static void checkInstructions(boolean x86) throws ModelException {
    Path info = Path.of("/proc/cpuinfo");
    if (x86 && Files.isReadable(info)) {
      try {
        String text = Files.readString(info);
        if (text.contains("flags") && !text.contains(" avx2")) {
          throw new ModelException(
              "the bundled llama.cpp needs a processor with AVX2; this one has none");
        }
      } catch (IOException e) {
        throw new ModelException("cannot read " + info + ": " + e.getMessage(), e);
      }
    }
  }

  static Path unpack(String resource) throws ModelException {
    ClassLoader loader = NativeFiles.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ModelException(
            resource + " is not on the class path; the installation is incomplete");
      }
      return store(
          CacheFolder.path().resolve("native"),
          resource.substring(resource.lastIndexOf('/') + 1),
          in.readAllBytes());
    } catch (IOException e) {
      throw new ModelException(
          "cannot unpack the native library into " + CacheFolder.path() + " (" + e
              + "); name a writable folder in the environment variable VMCTS_CACHE",
          e);
    }
  }

  /** Writes a file, or finds it as it should be, byte for byte. */
  static Path store(Path folder, String name, byte[] content) throws IOException {
    Path home = folder.resolve(Sha256.of(content).substring(0, 16));
    Path file = home.resolve(name);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return file;
    }
    Files.createDirectories(home);
    Path part = Files.createTempFile(home, name, ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }
}
