package dev.vmcts.trace;

import dev.vmcts.llm.ModelInfo;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchSettings;

/**
 * The first line of a trace: all that is needed to run the search again.
 *
 * @param version version of the trace format, major.minor; a reader takes any minor version of its major one
 * @param vmcts version of the program
 * @param time when the search began, ISO 8601 in UTC
 * @param problem name of the problem file
 * @param problemSha256 the problem's hash, as {@link dev.vmcts.problem.Problem#sha256} has it
 * @param language the problem's language
 * @param verifierVersion what the verifier says of itself
 * @param model what the model says of itself
 * @param promptStyle name of the prompt style
 */
public record TraceHeader(
    String version,
    String vmcts,
    String time,
    String problem,
    String problemSha256,
    String language,
    String verifierVersion,
    ModelInfo model,
    String promptStyle,
    SearchSettings settings,
    Budget budget) {

  /** The version that this program writes. */
  public static final String VERSION = "1.1";
}
