package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {

  @TempDir
  Path folder;

  @Tag("slow")
  @Test
  void store_manyAtOnce_giveOneWholeFile() throws Exception {
    byte[] content = new byte[3_000_000];
    Arrays.fill(content, (byte) 7);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<Path> store = () -> NativeFiles.store(folder, "lib.so", content);
      List<Future<Path>> stored = threads.invokeAll(Collections.nCopies(20, store));
      for (Future<Path> file : stored) {
        assertThat(file.get()).isEqualTo(stored.get(0).get()).hasBinaryContent(content);
      }
      try (var files = Files.list(stored.get(0).get().getParent())) {
        assertThat(files).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void store_overCutOffFile_replacesIt() throws Exception {
    byte[] content = {1, 2, 3};
    Path file = NativeFiles.store(folder, "lib.so", content);
    Files.write(file, new byte[] {1});
    assertThat(NativeFiles.store(folder, "lib.so", content)).hasBinaryContent(content);
  }

  @Test
  void store_overOtherContentOfTheSameLength_replacesIt() throws Exception {
    byte[] content = {1, 2, 3};
    Path file = NativeFiles.store(folder, "lib.so", content);
    Files.write(file, new byte[] {1, 2, 4});
    assertThat(NativeFiles.store(folder, "lib.so", content)).hasBinaryContent(content);
  }
}
