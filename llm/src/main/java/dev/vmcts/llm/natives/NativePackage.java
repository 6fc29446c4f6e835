package dev.vmcts.llm.natives;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.Wanted;
import dev.vmcts.llm.file.FileHash;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A package of npm's registry that has a build of llama.cpp in it.
 *
 * @param id what it is called on the command line
 * @param name the package
 * @param version the version that is known to work; there is no other way to get another one than a new release of vmcts
 * @param bytes length of the package's archive
 * @param integrity SHA-512 of the archive as npm writes it, {@code sha512-} and Base64
 */
public record NativePackage(String id, String name, String version, long bytes, String integrity) {

  private static final String VERSION = "3.22.1";
  private static final String PREFIX = "sha512-";

  /** llama.cpp v0.5.0 for processors, a file for each family of them. */
  public static final NativePackage CPU = new NativePackage(
      "cpu",
      "@node-llama-cpp/linux-x64",
      VERSION,
      10_824_547,
      "sha512-5uCCDNqWCNfaAm8aR/Uzxbo4HBpKgNF91kCHPepKhgMgV2OAmatoefbOlMihsqCiH2Od35E/eUHQCFbfRBJuOg==");

  /** The same with CUDA 13. */
  public static final NativePackage CUDA = new NativePackage(
      "cuda",
      "@node-llama-cpp/linux-x64-cuda",
      VERSION,
      142_898_030,
      "sha512-8rQCjyNNLZJUFit+YpjwlC4hwkKgOMIkB2wuycKBf8NU2O3ySKbiWZQ8aw9ku2nUTXjSnUIrE6KB88itduTBuA==");

  /** Those that can be installed, the one that does more first. */
  public static final List<NativePackage> ALL = List.of(CUDA, CPU);

  /**
   * Refuses a machine that no package is for.
   *
   * @param os as in the system property {@code os.name}
   * @param arch as in {@code os.arch}
   */
  public static void checkMachine(String os, String arch) throws ModelException {
    if (!os.equals("Linux") || !Set.of("amd64", "x86_64").contains(arch)) {
      throw new ModelException("there are builds for Linux on x86-64 only, this is " + os + " on "
          + arch + "; name a libllama of your own with --native");
    }
  }

  /** The name of the folder that it is installed in. */
  public String folder() {
    return id + "-" + version;
  }

  /** Where the archive is on a registry. */
  String path() {
    return "/" + name + "/-/" + name.substring(name.indexOf('/') + 1) + "-" + version + ".tgz";
  }

  /** The archive, to be downloaded. */
  Wanted archive() {
    byte[] hash = Base64.getDecoder().decode(integrity.substring(PREFIX.length()));
    return new Wanted(
        name + "@" + version,
        bytes,
        FileHash.SHA_512,
        HexFormat.of().formatHex(hash),
        "the release that vmcts was made with");
  }
}
