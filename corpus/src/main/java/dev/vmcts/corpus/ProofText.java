package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.prompt.Step;
import dev.vmcts.verify.Goal;
import java.util.ArrayList;
import java.util.List;

/** Writes a proof as steps with the states before them, flat or with bullets. */
final class ProofText {

  private static final String[] BULLETS = {"-", "+", "*", "--", "++"};

  private final Dice dice;
  private final boolean bulleted;
  private final boolean showsFailures;
  private List<ProofStep> proof = List.of();
  private int next;

  ProofText(Dice dice) {
    this.dice = dice;
    this.bulleted = dice.chance(0.5);
    this.showsFailures = dice.chance(0.4);
  }

  /** The steps of a proof from {@code Proof.} to {@code Qed.}. */
  List<Step> steps(Theorem theorem, int hole) {
    proof = theorem.steps();
    next = 0;
    List<Step> steps = new ArrayList<>();
    ProofStep first = proof.get(0);
    steps.add(new Step(new OpenState(hole, true, List.of(first.goal()), 1), "Proof."));
    subproof(steps, hole, 0);
    steps.add(new Step(new OpenState(hole, true, List.of(), 0), "Qed."));
    return steps;
  }

  /** Writes the steps of one goal; deeper levels of bullets than there are signs for stay flat. */
  private void subproof(List<Step> steps, int hole, int level) {
    ProofStep step = proof.get(next++);
    boolean failures = showsFailures && dice.chance(0.5);
    OpenState before = new OpenState(hole, true, List.of(step.goal()), step.open());
    steps.add(new Step(before, step.tactic(), failures ? step.failed() : List.of()));
    boolean bullets = bulleted && step.children() > 1 && level < BULLETS.length;
    for (int child = 0; child < step.children(); child++) {
      if (bullets) {
        ProofStep begun = proof.get(next);
        List<Goal> shown = child == 0 ? List.of(begun.goal()) : List.of();
        steps.add(new Step(new OpenState(hole, true, shown, begun.open()), BULLETS[level]));
      }
      subproof(steps, hole, bullets ? level + 1 : level);
    }
  }
}
