package dev.vmcts.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchSettings;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a trace: all that is needed to run the search again.
 *
 * @param version version of the trace format, major.minor; a reader takes any minor version of its major one
 * @param vmcts version of the program
 * @param time when the search began, ISO 8601 in UTC
 * @param problem name of the problem file
 * @param problemSha256 the problem's hash, as {@link dev.vmcts.problem.Problem#sha256} has it
 * @param language the problem's language
 * @param source the problem itself; null in traces before 1.2
 * @param verifierVersion what the verifier says of itself
 * @param verifierSettings how the verifier was run; null in traces before 1.2
 * @param model what the model says of itself
 * @param modelArgument how the user named the model; null for the bundled one
 * @param promptStyle name of the prompt style
 * @param interactive whether a person leads the search; null in traces before 1.4
 * @param draft where the user let drafts come from; null for no drafts
 * @param context what the model was shown of other files; null when there was nothing, and in traces before 1.7
 * @param contextSetup how a local model's context was made; null when the user said nothing, and in traces before 1.7
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceHeader(
    String version,
    String vmcts,
    String time,
    String problem,
    String problemSha256,
    String language,
    @Nullable TraceSource source,
    String verifierVersion,
    @Nullable VerifierSettings verifierSettings,
    ModelInfo model,
    @Nullable String modelArgument,
    String promptStyle,
    SearchSettings settings,
    Budget budget,
    @Nullable Boolean interactive,
    @Nullable String draft,
    @Nullable String context,
    @Nullable ContextSetup contextSetup) {

  /** The version that this program writes. */
  public static final String VERSION = "1.7";

  /**
   * How the verifier was run.
   *
   * @param stepSeconds most seconds of a step
   * @param acceptSeconds most seconds of each run that judges a whole program
   * @param sandbox whether it was to run confined
   */
  public record VerifierSettings(double stepSeconds, double acceptSeconds, String sandbox) {}

  /**
   * How a local model's context is made, as the user said; null is the default.
   *
   * @param size tokens
   * @param kvType how keys and values are stored
   * @param rope how positions are scaled
   * @param ropeScale how many times longer the context is than in training
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ContextSetup(
      @Nullable Integer size,
      @Nullable String kvType,
      @Nullable String rope,
      @Nullable Double ropeScale) {}
}
