package dev.vmcts.llm.llamacpp;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import dev.vmcts.llm.llamacpp.NativeInfo.Device;
import dev.vmcts.llm.llamacpp.NativeInfo.DeviceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a library can compute on.
 *
 * @param all every device, in the library's order
 * @param noGpu why there is no GPU among them; empty when there is one
 */
record Devices(List<Device> all, String noGpu) {

  static final Devices NONE = new Devices(List.of(), "no library is loaded");

  /** The backends of GPUs that llama.cpp can be built with, as they appear in the names of its files. */
  private static final String GPU_BACKENDS =
      "libggml-{cuda,hip,musa,vulkan,sycl,opencl,metal,cann}*.{so,dylib}";

  /** The files that Linux has mapped into this process. */
  private static final Path MAPPED = Path.of("/proc/self/maps");

  /** Asks a library; loads the backends that lie beside it when it has none built in. */
  static Devices of(NativeLibrary library, ApiVersion version) {
    Path folder = library.getFile().toPath().toAbsolutePath().resolveSibling("");
    if (count(library) == 0) {
      library
          .getFunction("ggml_backend_load_all_from_path")
          .invokeVoid(new Object[] {folder.toString()});
    }
    List<Device> all = new ArrayList<>();
    for (int i = 0; i < count(library); i++) {
      Pointer device =
          library.getFunction("ggml_backend_dev_get").invokePointer(new Object[] {(long) i});
      int kind = library.getFunction("ggml_backend_dev_type").invokeInt(new Object[] {device});
      LongByReference free = new LongByReference();
      library
          .getFunction("ggml_backend_dev_memory")
          .invokeVoid(new Object[] {device, free, new LongByReference()});
      all.add(new Device(
          text(library, "ggml_backend_dev_name", device),
          text(library, "ggml_backend_dev_description", device) + variant(version.kind(kind)),
          version.kind(kind),
          free.getValue()));
    }
    boolean gpu = all.stream().anyMatch(device -> device.kind() == DeviceKind.GPU);
    return new Devices(all, gpu ? "" : why(folder));
  }

  /** Which of the files for different processors was chosen, where there are several and it can be seen. */
  private static String variant(DeviceKind kind) {
    if (kind != DeviceKind.CPU || !Files.isReadable(MAPPED)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(MAPPED)) {
      return lines
          .map(line -> line.substring(line.lastIndexOf('/') + 1))
          .filter(name -> name.startsWith("libggml-cpu-"))
          .findFirst()
          .map(name -> ", " + name)
          .orElse("");
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  private static long count(NativeLibrary library) {
    return (long) library.getFunction("ggml_backend_dev_count").invoke(Long.class, new Object[0]);
  }

  private static String text(NativeLibrary library, String function, Pointer device) {
    return library
        .getFunction(function)
        .invokeString(new Object[] {device}, false)
        .strip();
  }

  /** Why no GPU was found: llama.cpp leaves out a backend that cannot be loaded without a word. */
  private static String why(Path folder) {
    if (LlamaApi.llama_supports_gpu_offload() != 0) {
      return "its GPU backend finds no device; is the driver installed?";
    }
    try (DirectoryStream<Path> backends = Files.newDirectoryStream(folder, GPU_BACKENDS)) {
      for (Path backend : backends) {
        return backend.getFileName() + " " + state(backend);
      }
    } catch (IOException e) {
      return folder + " cannot be read: " + e.getMessage();
    }
    return "it is built without a GPU backend";
  }

  private static String state(Path backend) {
    try {
      NativeLibrary.getInstance(backend.toString());
      return "finds no device; is the driver installed?";
    } catch (UnsatisfiedLinkError e) {
      return "cannot be loaded: "
          + String.valueOf(e.getMessage())
              .lines()
              .skip(1)
              .findFirst()
              .orElse("")
              .strip();
    }
  }

  /** The devices that layers can be put on. */
  List<Device> gpus() {
    return all.stream().filter(device -> device.kind() == DeviceKind.GPU).toList();
  }
}
