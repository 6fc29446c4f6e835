package dev.vmcts.llm.llamacpp;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build of llama.cpp that was loaded into this process, and whose version was found out from what it exports and from
 * the defaults that it fills in.
 *
 * <p>One library a process: its functions are those of {@link LlamaApi} from then on. Only the child process may touch
 * this class.
 */
final class LlamaLibrary {

  private static final String MODEL_DEFAULTS = "llama_model_default_params";
  private static final String CONTEXT_DEFAULTS = "llama_context_default_params";

  private final NativeLibrary library;
  private final ApiVersion version;
  private final CellCalls cells;
  private Devices devices = Devices.NONE;
  private GpuPlan plan = GpuPlan.NONE;

  private LlamaLibrary(NativeLibrary library, ApiVersion version, CellCalls cells) {
    this.library = library;
    this.version = version;
    this.cells = cells;
  }

  /**
   * Loads a library and finds out what it is.
   *
   * @throws ModelException if it cannot be loaded, or is no build that is supported; the message says what it has
   */
  static LlamaLibrary open(String path) throws ModelException {
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(path);
    } catch (UnsatisfiedLinkError e) {
      throw new ModelException(explain(path, String.valueOf(e.getMessage())), e);
    }
    require(path, library, LlamaApi.class);
    boolean memory = missing(library, MemoryCalls.class).isEmpty();
    if (!memory) {
      require(path, library, KvSelfCalls.class);
    }
    ApiVersion version = version(path, library);
    LlamaApi.register(library);
    CellCalls cells = memory ? new MemoryCalls(library) : new KvSelfCalls(library);
    return new LlamaLibrary(library, version, cells);
  }

  private static String explain(String path, String message) {
    if (message.contains("libgomp")) {
      return "llama.cpp needs the library libgomp.so.1; install it (Debian, Ubuntu: libgomp1; Fedora: libgomp)";
    }
    // The first line says only that it cannot be loaded, the second one why.
    String why = message.lines().skip(1).findFirst().orElse(message).strip();
    if (message.contains("libstdc++") || message.contains("GLIBC")) {
      return "llama.cpp needs a newer C or C++ library (Debian, Ubuntu: libstdc++6): " + why;
    }
    return "native library " + path + " cannot be loaded: " + why;
  }

  private static void require(String path, NativeLibrary library, Class<?> functions)
      throws ModelException {
    List<String> missing = missing(library, functions);
    if (!missing.isEmpty()) {
      throw unknown(
          path,
          "does not export " + missing.get(0)
              + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more functions" : ""));
    }
  }

  private static List<String> missing(NativeLibrary library, Class<?> functions) {
    List<String> names = new ArrayList<>(Arrays.stream(functions.getDeclaredMethods())
        .filter(method -> Modifier.isNative(method.getModifiers()))
        .map(method -> method.getName())
        .sorted()
        .toList());
    if (functions == LlamaApi.class) {
      names.add(MODEL_DEFAULTS);
      names.add(CONTEXT_DEFAULTS);
    }
    return names.stream().filter(name -> function(library, name).isEmpty()).toList();
  }

  private static ApiVersion version(String path, NativeLibrary library) throws ModelException {
    ParamsBlock model = ParamsBlock.filledBy(library, MODEL_DEFAULTS);
    ParamsBlock context = ParamsBlock.filledBy(library, CONTEXT_DEFAULTS);
    List<String> differences = new ArrayList<>();
    for (ApiVersion known : ApiVersion.KNOWN) {
      Optional<String> difference = known
          .model()
          .difference(model)
          .map(text -> "llama_model_params " + text)
          .or(() ->
              known.context().difference(context).map(text -> "llama_context_params " + text));
      if (difference.isEmpty()) {
        return known;
      }
      differences.add("not " + known.name() + ", since " + difference.get());
    }
    throw unknown(path, "is " + String.join("; ", differences));
  }

  private static ModelException unknown(String path, String what) {
    return new ModelException("native library " + path + " " + what
        + "; supported are builds of llama.cpp with the API of " + ApiVersion.names()
        + ": --native default, --native installed (vmcts native install) or such a build");
  }

  private static Optional<Function> function(NativeLibrary library, String name) {
    try {
      return Optional.of(library.getFunction(name));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  /** Calls a function that answers yes or no about a model; no when this version does not have it. */
  private boolean says(String name, Pointer model) {
    // A C bool is defined in its low byte only.
    return function(library, name)
        .map(f -> (f.invokeInt(new Object[] {model}) & 0xFF) != 0)
        .orElse(false);
  }

  /** Whether a model writes texts, and texts that can be gone back in. */
  boolean continuesText(Pointer model) {
    return LlamaApi.llama_model_has_encoder(model) == 0
        && LlamaApi.llama_model_is_recurrent(model) == 0
        && !says("llama_model_is_hybrid", model)
        && !says("llama_model_is_diffusion", model);
  }

  CellCalls cells() {
    return cells;
  }

  /**
   * Loads a model's file.
   *
   * @return null if the library refuses it, for a reason that is on standard error
   * @throws ModelException if layers shall be on a GPU that is not there
   */
  @Nullable
  Pointer loadModel(Message.Start start) throws ModelException {
    devices = Devices.of(library, version);
    LlamaApi.llama_backend_init();
    plan = GpuPlan.of(start, devices);
    ParamsBlock params = ParamsBlock.filledBy(library, MODEL_DEFAULTS);
    ParamsLayout layout = version.model();
    layout.set(params, "n_gpu_layers", plan.layers());
    layout.set(params, layout.has("load_mode") ? "load_mode" : "use_mmap", start.map() ? 1 : 0);
    byte[] path = (Path.of(start.model()) + "\0").getBytes(StandardCharsets.UTF_8);
    try (Memory none = new Memory(Native.POINTER_SIZE)) {
      if (plan.layers() == 0 && !devices.gpus().isEmpty()) {
        // With no layer on it, a GPU would still be given large batches.
        none.clear();
        layout.set(params, "devices", Pointer.nativeValue(none));
      }
      return LlamaApi.llama_model_load_from_file(path, params);
    }
  }

  /** Makes a context of a model; null if the library cannot. */
  @Nullable
  Pointer makeContext(Pointer model, Message.Start start) {
    ParamsBlock params = ParamsBlock.filledBy(library, CONTEXT_DEFAULTS);
    ParamsLayout layout = version.context();
    layout.set(params, "n_ctx", start.cells());
    layout.set(params, "n_batch", start.batch());
    layout.set(params, "n_ubatch", start.batch());
    layout.set(params, "n_seq_max", start.sequences());
    layout.set(params, "n_threads", start.threads());
    layout.set(params, "n_threads_batch", start.threads());
    layout.set(params, "no_perf", 1);
    if (layout.has("kv_unified")) {
      // Sequences share cells only in a cache that all of them are in.
      layout.set(params, "kv_unified", 1);
    }
    set(layout, params, start);
    return LlamaApi.llama_init_from_model(model, params);
  }

  private static void set(ParamsLayout layout, ParamsBlock params, Message.Start start) {
    ContextSetup setup = start.setup();
    layout.set(params, "type_k", setup.kv().number());
    layout.set(params, "type_v", setup.kv().number());
    if (setup.kv().isQuantised()) {
      // Without it llama.cpp takes no quantised values.
      layout.set(params, layout.has("flash_attn_type") ? "flash_attn_type" : "flash_attn", 1);
    }
    if (setup.rope() != ContextSetup.Rope.MODEL) {
      layout.set(params, "rope_scaling_type", setup.rope().number());
      layout.set(
          params, "rope_freq_scale", Float.floatToRawIntBits((float) (1 / setup.ropeScale())));
    }
  }

  /** What this library is and computes on, once a model is loaded. */
  NativeInfo info() {
    String own = function(library, "llama_version")
        .map(f -> f.invokeString(new Object[0], false))
        .orElse(version.name());
    return new NativeInfo(
        library.getFile().getPath(), own, devices.all(), plan.layers(), plan.why());
  }
}
