package dev.vmcts.llm.file;

import java.nio.file.Path;

/** The folder of things that can be made or downloaded again. */
public final class CacheFolder {

  private CacheFolder() {}

  /** {@code VMCTS_CACHE}, or below the user's cache folder. */
  public static Path path() {
    String own = System.getenv("VMCTS_CACHE");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    if (xdg != null && !xdg.isBlank()) {
      return Path.of(xdg, "vmcts");
    }
    return Path.of(System.getProperty("user.home"), ".cache", "vmcts");
  }

  /** Where downloaded models lie: {@code OWNER/REPO/FILE.gguf} below it. */
  public static Path models() {
    return path().resolve("models");
  }
}
