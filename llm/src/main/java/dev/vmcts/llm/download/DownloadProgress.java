package dev.vmcts.llm.download;

/** Hears how far a download is. */
@FunctionalInterface
public interface DownloadProgress {

  /** So many bytes are there, of so many. */
  void at(long bytes, long of);
}
