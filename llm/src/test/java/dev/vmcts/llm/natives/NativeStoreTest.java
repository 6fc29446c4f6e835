package dev.vmcts.llm.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds installed from a registry on this machine. */
class NativeStoreTest {

  private static final byte[] LIBRARY = new byte[300_000];

  @TempDir
  private Path folder;

  private final List<String> ranges = new ArrayList<>();
  private HttpServer server;
  private NativeStore store;
  private byte[] archive = new byte[0];
  private int breaksAfter = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws Exception {
    new SplittableRandom(1).nextBytes(LIBRARY);
    archive = TestTar.zip(good().whole());
    store = new NativeStore(folder.resolve("llama.cpp"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/npm/@some/build/-/build-1.2.3.tgz", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static TestTar good() throws IOException {
    return new TestTar()
        .file("package/LICENSE", new byte[] {'M'})
        .file("package/bins/linux/llama-addon.node", new byte[] {1})
        .file("package/bins/linux/libllama-common.so", new byte[] {2})
        .entry('5', "package/bins/linux/", new byte[0])
        .file("package/bins/linux/libggml-base.so", new byte[600])
        .file("package/bins/linux/libllama.v9.so", LIBRARY);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(String.valueOf(range));
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + from + "-" + (archive.length - 1) + "/" + archive.length);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, archive.length - from);
      exchange.getResponseBody().write(archive, from, Math.min(breaksAfter, archive.length - from));
      exchange.getResponseBody().flush();
    }
  }

  private Registry registry() throws ModelException {
    String address = "http://localhost:" + server.getAddress().getPort() + "/npm/";
    return Registry.of(Map.of("npm_config_registry", address)::get, folder);
  }

  private NativePackage wanted() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(archive);
    return new NativePackage(
        "cpu",
        "@some/build",
        "1.2.3",
        archive.length,
        "sha512-" + Base64.getEncoder().encodeToString(hash));
  }

  private Path install(NativePackage wanted) throws Exception {
    return store.install(wanted, registry(), (bytes, of) -> {}, Duration.ofMillis(1));
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(store.list()).isEmpty();
    try (Stream<Path> files = Files.list(store.folder())) {
      assertThat(files.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void install_then_listAndRemove() throws Exception {
    Path build = install(wanted());

    assertThat(build).isEqualTo(store.folder().resolve("cpu-1.2.3"));
    try (Stream<Path> files = Files.list(build)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("LICENSE", "libggml-base.so", "libllama.v9.so");
    }
    assertThat(build.resolve("libllama.v9.so")).hasBinaryContent(LIBRARY);
    assertThat(new NativeChoice(build.toString()).file())
        .isEqualTo(build.resolve("libllama.v9.so").toRealPath());
    assertThat(store.list()).containsExactly(build);
    assertThat(install(wanted())).isEqualTo(build);
    assertThat(ranges).hasSize(1);

    assertThat(store.remove("cpu-1.2.3")).isEqualTo(build);
    assertNothingIsLeft();
    assertThatThrownBy(() -> store.remove("../llama.cpp"))
        .hasMessageContaining("there is no llama.cpp '../llama.cpp' in ");
  }

  @Test
  void install_connectionThatBreaks_goesOnWhereItWas() throws Exception {
    breaksAfter = archive.length / 3;
    assertThat(install(wanted()).resolve("libllama.v9.so")).hasBinaryContent(LIBRARY);
    assertThat(ranges).startsWith("null", "bytes=" + breaksAfter + "-");
  }

  @Test
  void install_connectionThatAlwaysBreaks_saysSoAndGoesOnNextTime() throws Exception {
    breaksAfter = 0;
    assertThatThrownBy(() -> install(wanted()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the download of @some/build@1.2.3 broke off at 0 of ");
    assertNothingIsLeft();
    breaksAfter = Integer.MAX_VALUE;
    assertThat(install(wanted())).isDirectory();
  }

  @Test
  void install_otherContent_isDeletedAndRefused() throws Exception {
    NativePackage wanted = wanted();
    archive[archive.length / 2] ^= 1;
    assertThatThrownBy(() -> install(wanted))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("what came of @some/build@1.2.3 has SHA-512 ");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "0, package/bins/linux/../../../../libllama.so, leads out of its folder",
    "0, /libllama.so, leads out of its folder",
    "2, package/bins/linux/libllama.so, is of type '2'",
    "x, package/bins/linux/libllama.so, is of type 'x'"
  })
  void install_archiveWithATrap_isRefusedWhole(char type, String name, String why)
      throws Exception {
    archive = TestTar.zip(good().entry(type, name, new byte[] {1}).whole());
    assertThatThrownBy(() -> install(wanted()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot unpack ")
        .hasMessageContaining(why);
    assertNothingIsLeft();
    assertThat(folder.resolve("libllama.so")).doesNotExist();
  }

  @Test
  void install_brokenArchives_areRefused() throws Exception {
    archive = TestTar.zip(good().cutOff());
    assertThatThrownBy(() -> install(wanted())).hasMessageContaining("the archive ends too early");
    archive = TestTar.zip(new TestTar().file("package/LICENSE", new byte[1]).whole());
    assertThatThrownBy(() -> install(wanted())).hasMessageContaining("it has no libllama");
    archive = new byte[] {1, 2, 3};
    assertThatThrownBy(() -> install(wanted())).hasMessageContaining("Not in GZIP format");
    assertNothingIsLeft();
  }

  @Test
  void install_unknownPackage_namesRegistryAndSetting() {
    NativePackage other =
        new NativePackage("cpu", "@some/other", "1.0.0", 9, "sha512-aaaaaaaaaaaa");
    assertThatThrownBy(() -> install(other))
        .hasMessageContaining("the npm registry at http://localhost:")
        .hasMessageContaining("answers 404 for @some/other@1.0.0; another can be named in");
  }

  @Test
  void registry_comesFromEnvironmentThenFile() throws Exception {
    Files.writeString(folder.resolve(".npmrc"), "fund=false\n registry = ftp://no \n");
    assertThat(registry()).isNotNull();
    assertThatThrownBy(() -> Registry.of(name -> null, folder))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("the npm registry is 'ftp://no'; allowed: an http or https");
  }

  @Test
  void checkMachine_others_areRefused() throws Exception {
    NativePackage.checkMachine("Linux", "amd64");
    assertThatThrownBy(() -> NativePackage.checkMachine("Linux", "aarch64"))
        .hasMessageContaining("builds for Linux on x86-64 only, this is Linux on aarch64");
  }
}
