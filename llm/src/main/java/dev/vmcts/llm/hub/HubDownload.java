package dev.vmcts.llm.hub;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.Download;
import dev.vmcts.llm.download.DownloadProgress;
import dev.vmcts.llm.download.Wanted;
import dev.vmcts.llm.file.FileHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** Downloads a model from a hub into the cache. The model's file appears only when its SHA-256 is what the hub says. */
public final class HubDownload {

  private final Hub hub;
  private final HubCache cache;
  private final Duration firstWait;

  public HubDownload(Hub hub, HubCache cache) {
    this(hub, cache, Duration.ofSeconds(1));
  }

  /** A download that waits otherwise before it asks again; the waits double. */
  HubDownload(Hub hub, HubCache cache, Duration firstWait) {
    this.hub = hub;
    this.cache = cache;
    this.firstWait = firstWait;
  }

  /**
   * Downloads a model, unless it is there.
   *
   * @return its file
   * @throws ModelException if the hub does not have it, the connection broke too often, or the content is wrong
   */
  public Path run(HubName name, DownloadProgress progress)
      throws ModelException, InterruptedException {
    String chosen = name.file().isEmpty()
        ? name.choose(hub.files(name), "the hub")
        : name.choose(List.of(name.file()), "the hub");
    HubFile file = hub.look(name, chosen);
    Path target = cache.path(name, chosen);
    if (Files.isRegularFile(target) && FileHash.ofFile(target).equals(file.sha256())) {
      progress.at(file.bytes(), file.bytes());
      return target;
    }
    new Download(firstWait)
        .run(
            new Wanted(name.toString(), file.bytes(), FileHash.SHA_256, file.sha256(), "the hub"),
            target,
            start -> hub.content(name, chosen, start),
            progress,
            part -> Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    return target;
  }
}
