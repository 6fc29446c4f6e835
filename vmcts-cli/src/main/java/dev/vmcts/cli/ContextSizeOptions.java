package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.ContextSetup;
import dev.vmcts.llm.llamacpp.ContextSetup.Rope;
import dev.vmcts.llm.llamacpp.KvType;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.trace.TraceHeader;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how long a local model's context is, and how it is kept. */
final class ContextSizeOptions {

  /** What messages call the options. */
  static final String EACH = "each of --context-size, --kv-type, --rope and --rope-scale";

  private static final int LEAST = 16;
  private static final int MOST = 1 << 20;

  @Option(
      names = "--context-size",
      paramLabel = "N",
      description =
          "Tokens of prompt and step together for a local model, 16 to what it was trained with, times --rope-scale."
              + " Default: as many, at most 4096.")
  private @Nullable Integer size;

  @Option(
      names = "--kv-type",
      paramLabel = "TYPE",
      description =
          "How a local model's keys and values are stored: f16, q8_0 (about half the memory), q4_0 (about a quarter)."
              + " Default: f16.")
  private @Nullable KvType kv;

  @Option(
      names = "--rope",
      paramLabel = "KIND",
      description =
          "How positions are scaled for contexts longer than a local model was trained with: model (as its file says),"
              + " none, linear, yarn. Default: model.")
  private @Nullable Rope rope;

  @Option(
      names = "--rope-scale",
      paramLabel = "S",
      description = "With --rope linear or yarn: how many times longer, 1 to 1024.")
  private @Nullable Double scale;

  /** What the user said; null for nothing. */
  TraceHeader.@Nullable ContextSetup said() {
    return size == null && kv == null && rope == null && scale == null
        ? null
        : new TraceHeader.ContextSetup(size, text(kv), text(rope), scale);
  }

  private static @Nullable String text(@Nullable Object kind) {
    return kind == null ? null : kind.toString();
  }

  /**
   * Sets what a trace says, in place of what the user said.
   *
   * @throws CliException if it says what this program does not know
   */
  void other(TraceHeader.@Nullable ContextSetup recorded) throws CliException {
    try {
      size = recorded == null ? null : recorded.size();
      kv = recorded == null ? null : constant(KvType.class, recorded.kvType());
      rope = recorded == null ? null : constant(Rope.class, recorded.rope());
      scale = recorded == null ? null : recorded.ropeScale();
    } catch (IllegalArgumentException e) {
      throw CliException.usage(
          "the trace's contextSetup " + recorded + " is not known to this vmcts");
    }
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String text) {
    return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  /**
   * Changes the options of a model to what the user said.
   *
   * @param model the model as the user named it
   * @throws CliException if that is not allowed, or the model is not run here
   */
  UnaryOperator<LlamaOptions> change(String model) throws CliException, ModelException {
    if (said() == null) {
      return options -> options;
    }
    ModelOptions.checkLocal(EACH, model);
    Integer length = size;
    if (length != null && (length < LEAST || length > MOST)) {
      throw CliException.usage("context size is " + length + "; allowed: " + LEAST + " to " + MOST);
    }
    ContextSetup setup = setup();
    return options ->
        (length == null ? options : options.withContextLength(length)).withSetup(setup);
  }

  private ContextSetup setup() throws CliException {
    Rope kind = rope == null ? Rope.MODEL : rope;
    if (kind.stretches() != (scale != null)) {
      throw CliException.usage(
          scale == null
              ? "--rope " + kind + " goes with --rope-scale, how many times longer: 1 to 1024"
              : "--rope-scale goes with --rope linear or --rope yarn");
    }
    try {
      return new ContextSetup(kv == null ? KvType.F16 : kv, kind, scale == null ? 1 : scale);
    } catch (IllegalArgumentException e) {
      throw CliException.usage(String.valueOf(e.getMessage()));
    }
  }
}
