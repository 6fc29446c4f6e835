package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of kept prefixes: what is written is read, and nothing else. */
class PrefixFolderTest {

  private static final String OURS = "0123456789abcdef".repeat(4);
  private static final String OTHER = "fedcba9876543210".repeat(4);
  private static final int BYTES = 3000;
  private static final long FILE = PrefixFile.fileBytes(4, BYTES);

  @TempDir
  private Path temporary;

  private Path place() {
    return temporary.resolve("cache/prefixes");
  }

  private PrefixFolder folder() {
    return new PrefixFolder(place(), 3 * FILE);
  }

  /** Keeps a prefix of four tokens, whose content is as good as random. */
  private static void keep(PrefixFolder folder, String identity, int... tokens) throws IOException {
    folder.keep(identity, tokens, BYTES, (offset, part, count) -> {
      for (int i = 0; i < count; i++) {
        part[i] = content(tokens[0], offset + i);
      }
    });
  }

  private static byte content(int seed, long at) {
    return (byte) (((seed + at) * 0x9E3779B9L) >> 8);
  }

  private static byte[] read(PrefixFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.content((offset, part, count) -> {
      assertThat(offset).isEqualTo(out.size());
      out.write(part, 0, count);
    });
    return out.toByteArray();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(place())) {
      return all.sorted().toList();
    }
  }

  private Path only() throws IOException {
    assertThat(files()).hasSize(1);
    return files().get(0);
  }

  @Test
  void nearest_keptFile_hasWhatWasWritten() throws IOException {
    keep(folder(), OURS, 7, 8, 9, -1);
    PrefixFile file = folder().nearest(OURS, new int[] {7, 8, 9, -1, 5}).orElseThrow();
    assertThat(file.tokens()).containsExactly(7, 8, 9, -1);
    assertThat(file.bytes()).isEqualTo(BYTES);
    byte[] read = read(file);
    assertThat(read).hasSize(BYTES);
    assertThat(IntStream.range(0, BYTES).allMatch(i -> read[i] == content(7, i)))
        .isTrue();
  }

  @Test
  void nearest_severalFiles_isTheOneWithMostTokensAlike() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    keep(folder(), OURS, 1, 2, 9, 9);
    keep(folder(), OTHER, 1, 2, 3, 5);
    assertThat(nearest(1, 2, 3, 5)).containsExactly(1, 2, 3, 4);
    assertThat(nearest(1, 2, 9)).containsExactly(1, 2, 9, 9);
    assertThat(folder().nearest(OURS, new int[] {2, 2})).isEmpty();
    assertThat(folder().nearest("00".repeat(32), new int[] {1, 2, 3, 4})).isEmpty();
  }

  private int[] nearest(int... prompt) throws IOException {
    return folder().nearest(OURS, prompt).orElseThrow().tokens();
  }

  @Test
  void nearest_noFolder_isEmpty() throws IOException {
    assertThat(folder().nearest(OURS, new int[] {1})).isEmpty();
  }

  @Test
  void keep_files_areTheOwnersAlone() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place())))
        .isEqualTo("rwx------");
  }

  @Test
  void used_whereThatCannotBeNoted_isNoFault() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    PrefixFile file = folder().nearest(OURS, new int[] {1, 2, 3, 4}).orElseThrow();
    Files.delete(only());

    folder().used(file);

    assertThat(files()).isEmpty();
  }

  @Test
  void anyByteChanged_isRefused() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    byte[] whole = Files.readAllBytes(only());
    for (int at = 0; at < whole.length; at += at < 200 ? 1 : 37) {
      byte[] changed = whole.clone();
      changed[at] ^= 4;
      refused(changed);
    }
  }

  @Test
  void cutOrLonger_isRefused() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    byte[] whole = Files.readAllBytes(only());
    for (int length = 0; length < whole.length; length += length < 200 ? 1 : 37) {
      refused(Arrays.copyOf(whole, length));
    }
    refused(Arrays.copyOf(whole, whole.length + 1));
    refused("This is a file of somebody else's, which has nothing of ours in it. "
        .repeat(9)
        .getBytes(StandardCharsets.UTF_8));
  }

  private void refused(byte[] content) throws IOException {
    Path file = Files.write(only(), content);
    assertThatThrownBy(() -> read(PrefixFile.open(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    Optional<PrefixFile> found = folder().nearest(OURS, new int[] {1, 2, 3, 4});
    assertThat(found.isEmpty() || found.get().tokens().length == 4).isTrue();
  }

  @Test
  void keep_noRoom_removesWhatWasUsedLongestAgo() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    ago(only(), Duration.ofMinutes(50));
    keep(folder(), OURS, 2, 2, 3, 4);
    keep(folder(), OTHER, 3, 2, 3, 4);
    folder().used(folder().nearest(OURS, new int[] {1, 2, 3, 4}).orElseThrow());
    ago(folder().nearest(OURS, new int[] {2, 2}).orElseThrow().path(), Duration.ofMinutes(40));
    keep(folder(), OURS, 4, 2, 3, 4);
    assertThat(files()).hasSize(3);
    assertThat(folder().nearest(OURS, new int[] {1})).isPresent();
    assertThat(folder().nearest(OURS, new int[] {2})).isEmpty();
    assertThat(folder().nearest(OTHER, new int[] {3})).isPresent();
    assertThat(folder().nearest(OURS, new int[] {4})).isPresent();
  }

  @Test
  void keep_partOfAKilledProcess_isRemoved() throws IOException {
    Files.createDirectories(place());
    Path left = Files.writeString(place().resolve("a.part"), "half");
    Path written = Files.writeString(place().resolve("b.part"), "half");
    Path foreign = Files.writeString(place().resolve("notes.txt"), "mine");
    ago(left, Duration.ofHours(2));
    ago(foreign, Duration.ofHours(2));
    keep(folder(), OURS, 1, 2, 3, 4);
    assertThat(left).doesNotExist();
    assertThat(written).exists();
    assertThat(foreign).exists();
  }

  private static void ago(Path file, Duration time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(time)));
  }

  @Test
  void keep_moreThanAllMayTake_saysSoAndRemovesNothing() throws IOException {
    keep(folder(), OURS, 1, 2, 3, 4);
    assertThatThrownBy(() -> keep(new PrefixFolder(place(), FILE - 1), OURS, 2, 2, 3, 4))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "it takes 1 MiB, and all kept prefixes together may take 1 MiB; for more: --kept-prefixes");
    assertThat(files()).hasSize(1);
  }

  @Test
  void keep_folderThatCannotBe_isAnIoException() throws IOException {
    Files.writeString(temporary.resolve("cache"), "a file");
    assertThatThrownBy(() -> keep(folder(), OURS, 1, 2, 3, 4)).isInstanceOf(IOException.class);
  }

  @Test
  void keep_contentThatFails_leavesNoFile() throws IOException {
    assertThatThrownBy(() -> folder().keep(OURS, new int[] {1}, 9, (offset, part, count) -> {
          throw new IllegalStateException("no content");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(files()).isEmpty();
  }
}
