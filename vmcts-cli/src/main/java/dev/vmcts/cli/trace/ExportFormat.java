package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.cli.trace.TraceTree.Prefix;
import dev.vmcts.llm.Prompt;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The kinds of training data that traces hold, in the columns that trainers of each kind read. */
public enum ExportFormat {
  /** Verified programs: {@code prompt}, {@code completion}, one row a hole of an accepted program. */
  SFT {
    @Override
    void rows(
        TraceTree tree, PromptRenderer prompts, Layout layout, BiConsumer<ObjectNode, Prefix> to) {
      Prefix solution = tree.solution();
      if (solution == null) {
        return;
      }
      List<Step> steps = solution.steps();
      int from = 0;
      while (from < steps.size()) {
        int end = from;
        while (end < steps.size()
            && steps.get(end).before().hole() == steps.get(from).before().hole()) {
          end++;
        }
        Prompt prompt = prompts.prompt(
            tree.problem(), steps.subList(0, from), steps.get(from).before(), List.of());
        StringBuilder completion = new StringBuilder();
        steps
            .subList(from, end)
            .forEach(step -> completion.append(step.text().strip()).append('\n'));
        ObjectNode row = row(layout, prompt);
        layout.put(row, "completion", "assistant", completion.toString());
        to.accept(row, solution);
        from = end;
      }
    }
  },

  /**
   * Pairs of a step that was verified and one that was rejected in the same state: {@code prompt}, {@code chosen},
   * {@code rejected}. In a tree with a solution only steps on its path are chosen.
   */
  DPO {
    @Override
    void rows(
        TraceTree tree, PromptRenderer prompts, Layout layout, BiConsumer<ObjectNode, Prefix> to) {
      Prefix solution = tree.solution();
      Set<Prefix> path = solution == null ? Set.of() : new HashSet<>(solution.path());
      for (Prefix prefix : tree.prefixes()) {
        for (Prefix child : prefix.children()) {
          if (!child.step().isEmpty() && (solution == null || path.contains(child))) {
            for (String rejected : prefix.rejected()) {
              ObjectNode row = row(layout, prompt(tree, prompts, prefix));
              layout.put(row, "chosen", "assistant", child.step() + "\n");
              layout.put(row, "rejected", "assistant", rejected + "\n");
              to.accept(row, prefix);
            }
          }
        }
      }
    }
  },

  /** Single steps with the verifier's judgement: {@code prompt}, {@code completion}, {@code label}. */
  KTO {
    @Override
    void rows(
        TraceTree tree, PromptRenderer prompts, Layout layout, BiConsumer<ObjectNode, Prefix> to) {
      for (Prefix prefix : tree.prefixes()) {
        List<String> verified = prefix.children().stream()
            .map(Prefix::step)
            .filter(step -> !step.isEmpty())
            .toList();
        for (String step : verified) {
          to.accept(labelled(tree, prompts, layout, prefix, step, true), prefix);
        }
        for (String step : prefix.rejected()) {
          to.accept(labelled(tree, prompts, layout, prefix, step, false), prefix);
        }
      }
    }
  },

  /**
   * Step-level supervision: {@code prompt}, {@code completions}, {@code labels}, and {@code values}, the mean reward of
   * each step in the search, -1 to 1. One row a leaf of the tree, and one a rejected step.
   */
  PROCESS {
    @Override
    void rows(
        TraceTree tree, PromptRenderer prompts, Layout layout, BiConsumer<ObjectNode, Prefix> to) {
      for (Prefix prefix : tree.prefixes()) {
        if (prefix.children().isEmpty() && !prefix.path().isEmpty()) {
          to.accept(steps(tree, prompts, prefix, List.of()), prefix);
        }
        for (String step : prefix.rejected()) {
          to.accept(steps(tree, prompts, prefix, List.of(step)), prefix);
        }
      }
    }
  };

  /** Gives the rows of a tree, each with the prefix that it is from. */
  abstract void rows(
      TraceTree tree, PromptRenderer prompts, Layout layout, BiConsumer<ObjectNode, Prefix> to);

  private static ObjectNode row(Layout layout, Prompt prompt) {
    ObjectNode row = new JsonMapper().createObjectNode();
    layout.put(row, prompt);
    return row;
  }

  private static Prompt prompt(TraceTree tree, PromptRenderer prompts, Prefix prefix) {
    return prompts.prompt(tree.problem(), prefix.steps(), prefix.state(), List.of());
  }

  private static ObjectNode labelled(
      TraceTree tree,
      PromptRenderer prompts,
      Layout layout,
      Prefix prefix,
      String step,
      boolean label) {
    ObjectNode row = row(layout, prompt(tree, prompts, prefix));
    layout.put(row, "completion", "assistant", step + "\n");
    return row.put("label", label);
  }

  private static ObjectNode steps(
      TraceTree tree, PromptRenderer prompts, Prefix prefix, List<String> rejected) {
    List<Prefix> path = prefix.path();
    Prefix root = tree.prefixes().iterator().next();
    ObjectNode row = row(Layout.PLAIN, prompt(tree, prompts, root));
    List<String> texts = new ArrayList<>(path.stream().map(Prefix::step).toList());
    texts.addAll(rejected);
    ArrayNode completions = row.putArray("completions");
    ArrayNode labels = row.putArray("labels");
    ArrayNode values = row.putArray("values");
    for (int i = 0; i < texts.size(); i++) {
      completions.add(texts.get(i));
      labels.add(i < path.size());
      values.add(i < path.size() ? path.get(i).mean() : -1);
    }
    return row;
  }
}
