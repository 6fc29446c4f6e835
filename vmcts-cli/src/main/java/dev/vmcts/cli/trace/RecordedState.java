package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a trace says of a verifier state: enough for prompts, nothing that a verifier could go on from.
 *
 * @param complete whether every hole is filled
 */
record RecordedState(int hole, boolean complete, boolean inProof, List<Goal> goals, int openGoals)
    implements VerifierState {

  RecordedState {
    goals = List.copyOf(goals);
  }

  /**
   * The state of a prefix.
   *
   * @param node the event of the prefix
   * @param holes how many holes the problem has
   */
  static RecordedState of(JsonNode node, int holes) {
    List<Goal> goals = new ArrayList<>();
    for (JsonNode goal : node.path("goals")) {
      List<Hypothesis> hypotheses = new ArrayList<>();
      for (JsonNode h : goal.path("hypotheses")) {
        hypotheses.add(new Hypothesis(h.path("name").asText(), h.path("type").asText()));
      }
      goals.add(new Goal(hypotheses, goal.path("conclusion").asText()));
    }
    int hole = node.path("hole").asInt();
    return new RecordedState(
        hole, hole >= holes, node.has("goals"), goals, node.path("openGoals").asInt());
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.empty();
  }
}
