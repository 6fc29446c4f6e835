package dev.vmcts.llm.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.text.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a hub on this machine. */
class HubDownloadTest {

  private static final HubName NAME = new HubName("some", "model", "", "");

  @TempDir
  private Path folder;

  private final byte[] content = new byte[700_000];
  private final List<Long> progress = new CopyOnWriteArrayList<>();
  private FakeHub hub;
  private HubCache cache;
  private HubDownload download;

  @BeforeEach
  void start() throws Exception {
    new SplittableRandom(1).nextBytes(content);
    hub = new FakeHub();
    hub.files.put("a.gguf", content);
    cache = new HubCache(folder.resolve("models"));
    download = new HubDownload(hub.client(), cache, Duration.ofMillis(1));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private Path run() throws Exception {
    return download.run(NAME, (bytes, of) -> {
      assertThat(of).isEqualTo(content.length);
      progress.add(bytes);
    });
  }

  @Test
  void run_first_downloadsWholeAndTellsProgress() throws Exception {
    Path file = run();

    assertThat(file).isEqualTo(cache.folder().resolve("some/model/a.gguf"));
    assertThat(Files.readAllBytes(file)).isEqualTo(content);
    assertThat(progress).isSorted().endsWith((long) content.length);
    assertThat(cache.find(NAME)).isEqualTo(file);
    assertThat(beside(file)).containsExactly("a.gguf");
  }

  @Test
  void run_token_goesToTheHubOnly() throws Exception {
    run();
    assertThat(hub.hubTokens).isNotEmpty().containsOnly("Bearer secret");
    assertThat(hub.storeTokens).isNotEmpty().containsOnly("null");
  }

  @Test
  void run_repositoryWithAnotherName_isFollowed() throws Exception {
    Path file = download.run(HubName.of("old/name/a.gguf"), (bytes, of) -> {});
    assertThat(file).isEqualTo(cache.folder().resolve("old/name/a.gguf"));
    assertThat(Files.readAllBytes(file)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://[broken", "/old/name/resolve/main/a.gguf"})
  void run_redirectToNowhere_isRefused(String to) {
    hub.movedTo = to;
    assertThatThrownBy(() -> download.run(HubName.of("old/name/a.gguf"), (bytes, of) -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("hub at " + hub.url());
  }

  @Test
  void run_again_downloadsNothing() throws Exception {
    run();
    hub.ranges.clear();
    run();
    assertThat(hub.ranges).isEmpty();
  }

  @Test
  void run_fileInTheCacheIsNotTheHubs_downloadsAgain() throws Exception {
    Files.write(run(), new byte[] {1, 2, 3});
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
  }

  @Test
  void run_connectionBreaks_goesOnWhereItWas() throws Exception {
    hub.breaksAfter = 300_000;
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
    assertThat(hub.ranges).hasSizeBetween(3, 8).startsWith("null");
    assertThat(hub.ranges.get(1)).matches("bytes=[1-9][0-9]*-");
  }

  @Test
  void run_storeWithoutRanges_beginsAnew() throws Exception {
    Path part = part(Arrays.copyOf(content, 1000));
    hub.knowsRanges = false;
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
    assertThat(hub.ranges).containsExactly("bytes=1000-");
    assertThat(part).doesNotExist();
  }

  @Test
  void run_partOfAnEarlierRun_isUsed() throws Exception {
    part(Arrays.copyOf(content, 600_000));
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
    assertThat(hub.ranges).containsExactly("bytes=600000-");
    assertThat(progress.get(0)).isGreaterThan(600_000);
  }

  @Test
  void run_partThatIsWhole_isOnlyChecked() throws Exception {
    part(content);
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
    assertThat(hub.ranges).isEmpty();
  }

  @Test
  void run_connectionAlwaysBreaks_saysThatItGoesOn() throws Exception {
    hub.breaksAfter = 0;
    assertThatThrownBy(this::run)
        .hasMessageContaining("broke off at 0 of 700000 bytes")
        .hasMessageContaining("the same command goes on from there");
    assertThat(hub.ranges).hasSize(5);
    assertThat(cache.folder().resolve("some/model/a.gguf")).doesNotExist();
  }

  @Test
  void run_partIsDamaged_isRefusedAndDeleted() throws Exception {
    Path part = part(new byte[1000]);
    assertThatThrownBy(this::run).hasMessageContaining("the hub says " + Sha256.of(content));
    assertThat(part).doesNotExist();
    assertThat(cache.folder().resolve("some/model/a.gguf")).doesNotExist();
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0123456789012345678901234567890123456789"})
  void run_noSha256_isRefused(String tag) {
    hub.tag = tag;
    assertThatThrownBy(this::run).hasMessageContaining("gives no SHA-256 for a.gguf");
  }

  @ParameterizedTest
  @CsvSource({
    "401, HF_TOKEN",
    "403, HF_TOKEN",
    "404, there is no such model",
    "500, answers 500 for hf:some/model; try again later"
  })
  void run_hubRefuses_saysWhatToDo(int status, String message) {
    hub.status = status;
    assertThatThrownBy(this::run).hasMessageContaining(message).hasMessageContaining(hub.url());
  }

  @Test
  void run_fileThatIsNotThere_saysSo() {
    HubName other = new HubName("some", "model", "", "b.gguf");
    assertThatThrownBy(() -> download.run(other, (bytes, of) -> {}))
        .hasMessageContaining("answers 404 for hf:some/model/b.gguf");
  }

  @Test
  void run_hubIsGone_saysWhere() {
    hub.close();
    assertThatThrownBy(this::run).hasMessageContaining("cannot reach the hub at " + hub.url());
  }

  @Test
  void run_interrupted_keepsWhatCame() throws Exception {
    assertThatThrownBy(
            () -> download.run(NAME, (bytes, of) -> Thread.currentThread().interrupt()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(beside(cache.folder().resolve("some/model/a.gguf")))
        .singleElement()
        .asString()
        .endsWith(".part");
    assertThat(Files.readAllBytes(run())).isEqualTo(content);
    assertThat(hub.ranges.get(1)).matches("bytes=[1-9][0-9]*-");
  }

  @Test
  void remove_model_leavesNothing() throws Exception {
    Path file = run();
    Files.write(file.resolveSibling("a.gguf.0123456789abcdef.part"), new byte[1]);
    assertThat(cache.remove(NAME)).isEqualTo(file);
    assertThat(cache.folder()).isEmptyDirectory();
    assertThatThrownBy(() -> cache.remove(NAME))
        .hasMessageContaining("download it with: vmcts model pull hf:some/model");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a", "a", "https://u:p@a", "https://a?b", "https://a#b", "http://["})
  void of_endpointThatIsNoAddress_isRefused(String endpoint) {
    assertThatThrownBy(() -> Hub.of(Map.of("HF_ENDPOINT", endpoint)::get))
        .hasMessage("HF_ENDPOINT is '" + endpoint
            + "'; allowed: an http or https address such as https://huggingface.co");
  }

  private Path part(byte[] bytes) throws Exception {
    Path repository = Files.createDirectories(cache.folder().resolve("some/model"));
    return Files.write(
        repository.resolve("a.gguf." + Sha256.of(content).substring(0, 16) + ".part"), bytes);
  }

  private static List<String> beside(Path file) throws Exception {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
