package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.problem.Header;
import dev.vmcts.problem.Hole;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptRenderer.Piece;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.prompt.PromptStyle.Goals;
import dev.vmcts.prompt.Step;
import dev.vmcts.verifiers.coq.CoqStepReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes items as training documents, each as the prompt and the answers of a problem that might have led to it.
 *
 * <p>The renderer is the one that searches use. Which parts are holes, the words of the specification, bullets, shown
 * goals and failures vary by chance.
 */
final class Documents {

  private static final int LINE = 70;

  private final Dice dice;
  private final EquationNames names;
  private final PromptRenderer goals;
  private final PromptRenderer noGoals;

  Documents(Dice dice) throws IOException {
    this.dice = dice;
    this.names = new EquationNames(dice);
    PromptStyle style = PromptStyle.named("tiny");
    this.goals = new PromptRenderer(style, new CoqStepReader());
    this.noGoals = new PromptRenderer(style.withGoals(Goals.NONE), new CoqStepReader());
  }

  /** A document, in pieces; another each time. */
  List<Piece> of(Item item) {
    if (item.theorems().isEmpty()) {
      return definitions(item);
    }
    boolean synthesis = !item.functions().isEmpty() && dice.chance(0.5);
    // A document costs what it is long: many end with the definitions.
    return document(item, synthesis, !synthesis || dice.chance(0.4));
  }

  /** A document in which the definitions of an item that has some are to be written, and no proofs. */
  List<Piece> definitions(Item item) {
    return document(item, true, false);
  }

  private List<Piece> document(Item original, boolean synthesis, boolean proofs) {
    Item item = new Item(
        original.kind(),
        original.key(),
        original.types(),
        original.functions().stream().map(names::varied).toList(),
        original.theorems());
    List<String> given = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    StringBuilder text = new StringBuilder(imports(item));
    item.types().forEach(t -> text.append(t).append('\n'));
    if (synthesis) {
      boolean apart = dice.chance(0.4);
      List<Definition> pending = new ArrayList<>();
      for (Definition f : item.functions()) {
        pending.add(f);
        if (apart
            || f.name().equals(item.functions().get(item.functions().size() - 1).name())) {
          int hole = given.size();
          given.add(take(text));
          pending.forEach(d -> steps.add(new Step(OpenState.outsideProofs(hole), d.text())));
          pending.forEach(d -> pinned(text, d));
          pending.clear();
        }
      }
    } else {
      item.functions().forEach(f -> text.append(f.text()).append('\n'));
      if (dice.chance(0.1)) {
        item.functions().forEach(f -> pinned(text, f));
      }
    }
    for (Theorem theorem : item.theorems()) {
      text.append(dice.word("Lemma Lemma Theorem Theorem Theorem Example Fact"))
          .append(' ')
          .append(theorem.name())
          .append(" :")
          .append(dice.chance(0.15) ? "\n  " : " ")
          .append(theorem.statement())
          .append(".\n");
      if (!proofs) {
        continue;
      }
      boolean proofGiven =
          !theorem.name().equals(item.theorems().get(item.theorems().size() - 1).name())
              && dice.chance(0.25);
      List<Step> proof = new ProofText(dice).steps(theorem, given.size());
      if (proofGiven) {
        proof.forEach(s -> text.append(s.text()).append('\n'));
      } else {
        given.add(take(text));
        steps.addAll(proof);
      }
    }
    given.add(take(text) + "\n");
    return render(problem(item, synthesis, given), steps);
  }

  private List<Piece> render(Problem problem, List<Step> steps) {
    PromptRenderer renderer = dice.chance(0.75) ? goals : noGoals;
    int last = steps.get(steps.size() - 1).before().hole();
    return renderer.document(problem, steps, OpenState.outsideProofs(last));
  }

  private Problem problem(Item item, boolean synthesis, List<String> given) {
    List<Hole> holes = new ArrayList<>();
    for (int i = 0; i < given.size() - 1; i++) {
      holes.add(new Hole(i, 1, 1, ""));
    }
    String spec = dice.chance(0.3) ? "" : new SpecText(dice).of(item, synthesis);
    Header header = new Header(
        "", spec, List.of(), List.of(), List.of(), OptionalLong.empty(), Optional.empty());
    return new Problem("item", Language.COQ, header, given, holes);
  }

  /** Statements that pin a definition down, proven on the spot. */
  private void pinned(StringBuilder text, Definition f) {
    List<String> statements = new ArrayList<>(f.equations());
    if (statements.size() > 1
        && statements.stream().noneMatch(s -> s.startsWith("forall"))
        && dice.chance(0.5)) {
      joined(text, f, statements);
      return;
    }
    if (dice.chance(0.3)) {
      statements.addAll(f.examples());
    }
    String keyword = dice.word("Example Example Lemma Fact Theorem");
    boolean oneLine = dice.chance(0.7);
    int number = 0;
    for (String s : statements) {
      String name = f.name()
          + dice.word("_ _ _eq _spec_ _case _test")
          + (dice.chance(0.5) ? "" + number : letter(number));
      number++;
      text.append(keyword)
          .append(' ')
          .append(name)
          .append(" : ")
          .append(s)
          .append('.')
          .append(oneLine ? " Proof. " : "\nProof.\n")
          .append(dice.chance(0.8) ? "reflexivity." : "auto.")
          .append(oneLine ? " Qed.\n" : "\nQed.\n");
    }
  }

  /** All statements in one, in two or three that follow each other, or one for each result. */
  private void joined(StringBuilder text, Definition f, List<String> statements) {
    List<List<String>> groups = groups(statements);
    String keyword = dice.word("Example Example Lemma Fact");
    String suffix = dice.word("_cases _all _spec _table _at");
    boolean byResult = groups.stream().allMatch(g -> result(g.get(0)).matches("\\w+"));
    boolean named = byResult && groups.size() > 1 && dice.chance(0.7);
    for (int i = 0; i < groups.size(); i++) {
      List<String> group = groups.get(i);
      text.append(keyword)
          .append(' ')
          .append(f.name())
          .append(
              groups.size() == 1 ? suffix : named ? "_" + result(group.get(0)) : suffix + letter(i))
          .append(" : ")
          .append(lines(group))
          .append(".\nProof. ")
          .append(group.size() == 1 ? "reflexivity." : "repeat split.")
          .append(" Qed.\n");
    }
  }

  private List<List<String>> groups(List<String> statements) {
    Map<String, List<String>> byResult = new LinkedHashMap<>();
    statements.forEach(
        s -> byResult.computeIfAbsent(result(s), r -> new ArrayList<>()).add(s));
    if (byResult.size() <= 3 && dice.chance(0.7)) {
      return List.copyOf(byResult.values());
    }
    int count = dice.chance(0.4) ? 1 : Math.min(dice.of(2, 2, 3), statements.size());
    List<List<String>> groups = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < count; i++) {
      int to = i == count - 1
          ? statements.size()
          : dice.between(from + 1, statements.size() - count + i + 1);
      groups.add(statements.subList(from, to));
      from = to;
    }
    return groups;
  }

  /** A conjunction, broken into lines where it is long. */
  private String lines(List<String> parts) {
    boolean broken = dice.chance(0.5);
    StringBuilder text = new StringBuilder(parts.get(0));
    int width = text.length();
    for (String part : parts.subList(1, parts.size())) {
      boolean newLine = broken && width + part.length() > LINE;
      width = newLine ? part.length() : width + part.length();
      text.append(newLine ? "\n  /\\ " : " /\\ ").append(part);
    }
    return text.toString();
  }

  private static String result(String equation) {
    return equation.substring(equation.lastIndexOf(" = ") + " = ".length());
  }

  private static String letter(int number) {
    return String.valueOf((char) ('a' + number));
  }

  /** The libraries that every item was checked with, or only those that this one needs. */
  private String imports(Item item) {
    return dice.chance(0.45)
        ? Imports.needed(item, dice)
        : dice.of(
            "Require Import Arith Lia List Bool.\nImport ListNotations.\n",
            "Require Import Arith Lia List.\nImport ListNotations.\n",
            "From Coq Require Import Arith Lia List Bool.\nImport ListNotations.\n",
            "Require Import List Arith Bool Lia.\nImport ListNotations.\n",
            "Require Import Arith.\nRequire Import Lia.\nRequire Import List.\nImport ListNotations.\n");
  }

  private static String take(StringBuilder text) {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }
}
