package dev.vmcts.corpus;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tactics that a person might try on a goal, likely ones first, with some chance in the order. */
final class Moves {

  private static final int MOST = 10;
  private static final Pattern TEST = Pattern.compile("if (.+?) then");
  private static final Pattern MATCH = Pattern.compile("match (.+?) with");
  private static final Pattern COMPARISON = Pattern.compile("(\\w+'?) (<=\\?|<\\?|=\\?) (\\w+'?)");
  private static final Pattern BINDERS = Pattern.compile("^forall ([^,]*), ");
  private static final String[] BY_CASES = {
    "reflexivity.",
    "reflexivity.",
    "simpl; reflexivity.",
    "auto.",
    "simpl; auto.",
    "simpl; congruence.",
    "discriminate.",
    "try discriminate; auto.",
    "try discriminate; reflexivity.",
    "simpl; lia.",
    "simpl; intros; congruence.",
    "simpl; intros H; try reflexivity; discriminate H.",
    "intros H; try reflexivity; discriminate H.",
    "simpl; intros; try discriminate; auto.",
    "simpl; intros; try discriminate; lia."
  };
  private static final Pattern ARITHMETIC = Pattern.compile(" [<>]=? ");
  private static final Set<String> DATA = Set.of(
      "nat",
      "bool",
      "list nat",
      "Prop",
      "Type",
      "nat -> nat",
      "nat -> bool",
      "A",
      "list A",
      "A -> A",
      "A -> bool");

  private final Dice dice;
  private final Hints hints;
  private final Goal goal;
  private final String conclusion;
  private final String previous;
  private final Map<String, Double> moves = new LinkedHashMap<>();
  private final List<Hypothesis> facts;
  private final Set<String> names;

  private Moves(Dice dice, Hints hints, Goal goal, String previous) {
    this.dice = dice;
    this.hints = hints;
    this.goal = goal;
    this.conclusion = goal.conclusion();
    this.previous = previous;
    this.facts = goal.hypotheses().stream().filter(h -> isFact(h.type())).toList();
    this.names = goal.hypotheses().stream().map(Hypothesis::name).collect(Collectors.toSet());
  }

  /** Moves for a goal, best first. */
  static List<String> of(
      Dice dice, Hints hints, Goal goal, String previous, int inductions, int depth) {
    Moves m = new Moves(dice, hints, goal, previous);
    m.structure(inductions, depth);
    new PredicateMoves(dice, hints, goal, m::add).suggest(previous, inductions, m.quantified());
    if (!m.quantified()) {
      m.closers();
      m.connectives();
      m.fromFacts();
      m.analysis();
      m.fromLemmas();
      LibraryMoves.of(m.conclusion, m::add);
    }
    return m.moves.entrySet().stream()
        .sorted(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .limit(MOST)
        .toList();
  }

  private boolean isFact(String type) {
    return !DATA.contains(type) && !hints.types().containsKey(type);
  }

  private void add(double cost, String tactic) {
    moves.merge(tactic, cost + dice.fraction() * 1.2, Math::min);
  }

  private boolean quantified() {
    return conclusion.startsWith("forall ")
        || conclusion.startsWith("~ ")
        || topArrow(conclusion) >= 0;
  }

  private static int topArrow(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && text.startsWith(" -> ", i)) {
        return i;
      }
    }
    return -1;
  }

  private String fresh(String wanted) {
    String name = wanted;
    for (int i = 0; names.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private void structure(int inductions, int depth) {
    if (quantified()) {
      Matcher m = BINDERS.matcher(conclusion);
      List<String> bound = new ArrayList<>();
      if (m.find()) {
        for (String word :
            m.group(1).replaceAll(":[^)]*", " ").replaceAll("[()]", " ").trim().split("\\s+", -1)) {
          bound.add(word);
        }
      }
      int arrow = topArrow(conclusion);
      String named = String.join(" ", bound);
      add(0.7, "intros.");
      if (!named.isEmpty() && bound.stream().noneMatch(names::contains)) {
        add(0.3, arrow >= 0 ? "intros " + named + " " + fresh("H") + "." : "intros " + named + ".");
      } else if (arrow >= 0) {
        add(0.3, "intros " + fresh("H") + ".");
      }
      for (String v : bound) {
        if (inductions == 0 && depth < 2 && typeOf(v) != null) {
          induct(v, 0.1);
        }
      }
      return;
    }
    for (Parameter v : hints.variables()) {
      if (names.contains(v.name()) && typeOf(v.name()) != null && mentions(conclusion, v.name())) {
        if (inductions == 0 && depth <= 3) {
          induct(v.name(), 0.2);
        } else if (inductions < 2) {
          analyse(v.name(), 2.0);
        }
      }
    }
  }

  private @org.jspecify.annotations.Nullable DataType typeOf(String variable) {
    for (Parameter v : hints.variables()) {
      if (v.name().equals(variable)) {
        return hints.types().get(v.type());
      }
    }
    return null;
  }

  private void induct(String v, double cost) {
    DataType type = typeOf(v);
    if (type == null) {
      return;
    }
    if (type.kind() == DataType.Kind.ENUMERATION) {
      add(cost, "destruct " + v + ".");
      for (int i = 0; i < 3; i++) {
        add(cost, "destruct " + v + "; " + dice.of(BY_CASES));
      }
      return;
    }
    if (type.flat()) {
      analyse(v, cost);
      return;
    }
    boolean primary = hints.variables().get(0).name().equals(v);
    double more = primary ? cost : cost + 1.3;
    add(more + 0.1, "induction " + v + ".");
    add(more + 0.2, "induction " + v + " as " + pattern(type, v, true) + ".");
    if (dice.chance(0.25)) {
      add(more + 0.2, "induction " + v + "; simpl.");
    }
    if (dice.chance(0.2)) {
      add(
          more + 0.9,
          "induction " + v + "; simpl; " + dice.of("lia.", "auto.", "try lia.", "congruence."));
    }
    if (dice.chance(0.15)) {
      analyse(v, cost + 0.7);
    }
  }

  private void analyse(String v, double cost) {
    DataType type = typeOf(v);
    add(cost, "destruct " + v + ".");
    if (type != null && dice.chance(0.5)) {
      add(cost, "destruct " + v + " as " + pattern(type, v, false) + ".");
    }
    if (dice.chance(0.3)) {
      add(
          cost,
          "destruct " + v + "; simpl; "
              + dice.of(
                  "auto.",
                  "lia.",
                  "try lia.",
                  "reflexivity.",
                  "intros; lia.",
                  "intros; try lia; auto."));
    }
  }

  private String pattern(DataType type, String variable, boolean induction) {
    if (type.kind() == DataType.Kind.PAIR) {
      List<Parameter> fields = type.constructors().get(0).fields();
      return "[" + fields.get(0).name() + " " + fields.get(1).name() + "]";
    }
    return type.constructors().stream()
        .map(c -> c.fields().stream()
            .map(f -> {
              String name = names.contains(f.name()) || f.name().equals(variable)
                  ? fresh(f.name() + "'")
                  : f.name();
              return induction && type.recursive(f) ? name + " IH" + name : name;
            })
            .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | ", "[", "]"))
        .replace("[ |", "[|");
  }

  private void closers() {
    int eq = conclusion.indexOf(" = ");
    boolean equation = eq > 0;
    boolean open = conclusion.contains("match ") || conclusion.contains("if ");
    if (equation && conclusion.substring(0, eq).equals(conclusion.substring(eq + 3))) {
      add(-1.5, "reflexivity.");
    }
    if (equation) {
      add(open ? 2 : 1, dice.of("reflexivity.", "reflexivity.", "auto."));
    } else if (conclusion.startsWith("In ")) {
      add(1, "auto.");
    }
    boolean arithmetic =
        conclusion.matches(".*( [<>]=? | \\+ | \\* | - |\\bS |Nat\\.m|<>| = \\d).*")
            && !conclusion.contains("::");
    if (arithmetic) {
      add(previous.matches("(simpl|rewrite|unfold|destruct|apply).*") ? 0.9 : 1.8, "lia.");
      if (conclusion.contains("*")) {
        add(2.2, "nia.");
      }
    }
    if (conclusion.equals("False") || conclusion.contains("<>")) {
      add(0.8, dice.of("discriminate.", "congruence."));
    }
    if (conclusion.matches("(true|false) = (true|false)|False")
        && facts.stream().anyMatch(h -> ARITHMETIC.matcher(h.type()).find())) {
      add(0.5, "lia.");
    }
    if (conclusion.equals("True")) {
      add(-1, dice.of("exact I.", "auto."));
    }
    if (!previous.startsWith("simpl")) {
      add(0.55, facts.isEmpty() || dice.chance(0.7) ? "simpl." : "simpl in *.");
    }
  }

  private void connectives() {
    if (conclusion.contains(" /\\ ") || conclusion.contains("<->")) {
      add(0.2, "split.");
      add(1.2, "tauto.");
    }
    if (conclusion.contains("In ") && (conclusion.contains("++") || conclusion.contains("::"))) {
      add(0.7, "rewrite in_app_iff.");
      add(0.9, dice.of("tauto.", "intuition.", "auto."));
    }
    if (conclusion.contains(" \\/ ")) {
      add(0.8, "left.");
      add(0.8, "right.");
      add(1.2, "auto.");
    }
    if (conclusion.startsWith("exists ")) {
      List<String> witnesses = new ArrayList<>(List.of("0", "1"));
      goal.hypotheses().stream().filter(h -> !isFact(h.type())).forEach(h -> {
        witnesses.add(h.name());
        witnesses.add("(S " + h.name() + ")");
        witnesses.add("(" + h.name() + " + " + dice.between(1, 3) + ")");
      });
      hints.types().values().stream()
          .filter(t -> t.kind() == DataType.Kind.ENUMERATION)
          .forEach(t -> t.constructors().forEach(c -> witnesses.add(c.name())));
      for (String witness : dice.shuffled(witnesses).subList(0, Math.min(4, witnesses.size()))) {
        add(0.9, "exists " + witness + ".");
      }
      Matcher m = Pattern.compile(", (.+) = ").matcher(conclusion);
      if (m.find() && m.group(1).length() < 20) {
        add(1.2, "exists (" + m.group(1) + ").");
        add(1.2, "exists (" + m.group(1) + " - 1).");
      }
    }
    Matcher heads = Pattern.compile("^(\\S+) .* = (\\S+) .*$").matcher(conclusion);
    if ((heads.matches() && heads.group(1).equals(heads.group(2)))
        || conclusion.matches(".*::.* = .*::.*")) {
      add(1.2, "f_equal.");
    }
  }

  private void fromFacts() {
    List<String> hypotheses = new ArrayList<>();
    for (Hypothesis h : facts) {
      String t = h.type();
      String n = h.name();
      if (t.equals(conclusion)) {
        add(-0.9, dice.of("assumption.", "exact " + n + ".", "apply " + n + ".", "auto."));
      }
      contradictions(n, t);
      int eq = t.indexOf(" = ");
      boolean implies = topArrow(t.replaceFirst("^forall [^,]*, ", "")) >= 0;
      if (eq > 0
          && !implies
          && !t.contains("\\/")
          && !t.contains("/\\")
          && !t.startsWith("exists")) {
        String left = t.substring(0, eq).replaceFirst("^forall [^,]*, ", "");
        String head = left.split(" ", -1)[0].replace("(", "");
        boolean there =
            t.startsWith("forall") ? mentions(conclusion, head) : conclusion.contains(left);
        if (there) {
          hypotheses.add(n);
          add(0.6, "rewrite " + n + ".");
        } else if (dice.chance(0.3)) {
          add(2.4, "rewrite " + n + ".");
        }
        if (conclusion.contains(t.substring(eq + 3))
            && !t.endsWith("true")
            && !t.endsWith("false")) {
          add(1.7, "rewrite <- " + n + ".");
        }
        if (t.matches("\\w+ = .*|.* = \\w+")) {
          add(1.5, "subst.");
        }
      }
      if (implies) {
        add(1.2, "apply " + n + ".");
        add(1.9, "rewrite " + n + ".");
        facts.stream()
            .filter(g -> !g.name().equals(n) && !g.name().startsWith("IH"))
            .forEach(g -> add(1.9, "apply " + n + " in " + g.name() + "."));
      } else if (n.startsWith("IH") && !t.contains(" = ")) {
        add(1.6, "apply " + n + ".");
      }
      decompose(n, t);
    }
    if (hypotheses.size() > 1) {
      add(0.5, "rewrite " + String.join(", ", hypotheses) + ".");
    }
    if (!facts.isEmpty()) {
      add(1.7, dice.of("auto.", "congruence.", "assumption."));
      add(2.3, "congruence.");
      if (!previous.startsWith("simpl in")) {
        Hypothesis last = facts.get(facts.size() - 1);
        add(last.name().startsWith("IH") ? 2.4 : 1.1, "simpl in " + last.name() + ".");
      }
    }
  }

  private void contradictions(String n, String t) {
    if (t.equals("False")) {
      add(-2, "contradiction.");
    }
    boolean clash = t.matches(
        "true = false|false = true|0 = S .*|S .* = 0|\\d+ = S .*|.* = \\[\\]|\\[\\] = .*|[A-Z]\\w* = [A-Z]\\w*");
    if (clash) {
      add(
          -0.4,
          dice.of(
              "discriminate.", "discriminate " + n + ".", "inversion " + n + ".", "congruence."));
    }
    if (t.contains(" <> ")) {
      add(1.4, "congruence.");
    }
  }

  private void decompose(String n, String t) {
    if (t.contains("&&") && t.endsWith("= true")) {
      add(0.5, dice.of("apply andb_true_iff in ", "rewrite andb_true_iff in ") + n + ".");
    } else if (t.contains("||") && t.endsWith("= true")) {
      add(0.6, "apply orb_true_iff in " + n + ".");
    }
    if (t.contains(" /\\ ") && !t.startsWith("forall")) {
      add(0.3, "destruct " + n + " as [" + fresh("H1") + " " + fresh("H2") + "].");
    } else if (t.contains(" \\/ ") && !t.startsWith("forall")) {
      add(
          0.4,
          dice.chance(0.7)
              ? "destruct " + n + " as [" + n + " | " + n + "]."
              : "destruct " + n + ".");
    }
    if (t.startsWith("exists ")) {
      add(0.2, "destruct " + n + " as [" + fresh("z") + " " + fresh("Hz") + "].");
    }
    Matcher m = COMPARISON.matcher(t);
    if (m.find()
        && (t.endsWith("= true") || t.endsWith("= false"))
        && !t.contains("&&")
        && !t.contains("||")) {
      String lemma = switch (m.group(2)) {
        case "<=?" -> t.endsWith("true") ? "Nat.leb_le" : "Nat.leb_gt";
        case "<?" -> t.endsWith("true") ? "Nat.ltb_lt" : "Nat.ltb_ge";
        default -> t.endsWith("true") ? "Nat.eqb_eq" : "Nat.eqb_neq";
      };
      add(0.9, dice.of("apply ", "apply ", "rewrite ") + lemma + " in " + n + ".");
    }
    if (t.matches("(S|[A-Z]\\w*) .* = .*") || (t.contains(":: ") && t.contains(" = "))) {
      add(1.4, dice.of("inversion " + n + ".", "injection " + n + " as " + n + "."));
    }
    if (t.startsWith("In ") && (t.contains("::") || t.contains("["))) {
      add(0.3, "simpl in " + n + ".");
    }
  }

  private void analysis() {
    Matcher m = TEST.matcher(conclusion);
    if (m.find() && !m.group(1).contains("if ")) {
      String test = m.group(1).contains(" ") ? "(" + m.group(1) + ")" : m.group(1);
      add(
          0.3,
          dice.chance(0.6)
              ? "destruct " + test + " eqn:" + fresh("E") + "."
              : "destruct " + test + ".");
      Matcher comparison = COMPARISON.matcher(test);
      if (comparison.find() && comparison.group().length() + 2 == test.length()) {
        reflected(comparison, 0.5);
      }
      if (dice.chance(0.2)) {
        add(
            0.6,
            "destruct " + test + "; simpl; " + dice.of("lia.", "auto.", "try lia.", "congruence."));
      }
    }
    m = MATCH.matcher(conclusion);
    if (m.find()) {
      String x = m.group(1);
      for (String part : x.split(", ", -1)) {
        String p = part.contains(" ") && !part.startsWith("(") ? "(" + part + ")" : part;
        add(0.5, "destruct " + p + ".");
        add(
            0.7,
            "destruct " + p + "; simpl in *; "
                + dice.of("try lia.", "auto.", "lia.", "try congruence."));
        if (dice.chance(0.3)) {
          add(0.8, "destruct " + p + " eqn:" + fresh("E") + ".");
        }
      }
    }
    m = COMPARISON.matcher(conclusion);
    if (m.find() && !conclusion.contains("if ")) {
      add(
          1.4,
          "destruct (" + m.group() + ")" + (dice.chance(0.4) ? " eqn:" + fresh("E") : "") + ".");
      reflected(m, 1.4);
    }
    m = Pattern.compile("(?:negb|andb|orb) \\(([^()]*)\\)").matcher(conclusion);
    if (m.find()) {
      add(1.7, "destruct (" + m.group(1) + ").");
    }
    if (conclusion.contains("&&") || conclusion.contains("||")) {
      m = Pattern.compile("(\\w+(?: [\\w']+)+) (?:&&|\\|\\|)").matcher(conclusion);
      if (m.find()) {
        add(1.6, "destruct (" + m.group(1) + ").");
      }
    }
  }

  /** A case analysis that says in propositions what a comparison of numbers found. */
  private void reflected(Matcher comparison, double cost) {
    if (dice.chance(0.4)) {
      String lemma = switch (comparison.group(2)) {
        case "<=?" -> "Nat.leb_spec";
        case "<?" -> "Nat.ltb_spec";
        default -> "Nat.eqb_spec";
      };
      String names = dice.chance(0.5) ? " as [" + fresh("E") + "|" + fresh("E") + "]" : "";
      add(
          cost,
          "destruct (" + lemma + " " + comparison.group(1) + " " + comparison.group(3) + ")" + names
              + ".");
    }
  }

  private void fromLemmas() {
    hints.lemmas().forEach((name, statement) -> {
      boolean relevant = hints.functions().stream()
          .anyMatch(f -> statement.conclusion().mentions(f) && mentions(conclusion, f));
      if (relevant && statement.conclusion() instanceof Term.Op o) {
        add(
            o.symbol().equals("=") ? 0.6 : 0.9,
            (o.symbol().equals("=") ? "rewrite " : "apply ") + name + ".");
        add(
            1.9,
            o.symbol().equals("=")
                ? dice.of("rewrite <- ", "apply ") + name + "."
                : "pose proof " + name + ".");
      }
    });
    for (String f : hints.unfoldable()) {
      if (mentions(conclusion, f)) {
        add(0.6, "unfold " + f + ".");
      }
    }
    if (conclusion.contains("++") && conclusion.contains("In ")) {
      add(0.9, "apply in_or_app.");
    }
    if (conclusion.contains("&&")) {
      add(
          1.6,
          dice.of(
              "rewrite andb_assoc.",
              "rewrite andb_true_r.",
              "apply andb_true_iff.",
              "rewrite <- andb_assoc."));
    }
    if (conclusion.contains("||")) {
      add(
          1.6,
          dice.of(
              "rewrite orb_assoc.",
              "rewrite orb_true_r.",
              "rewrite <- orb_assoc.",
              "rewrite orb_comm."));
    }
    if (conclusion.contains("negb (negb")) {
      add(0.7, "rewrite negb_involutive.");
    }
    for (String op : List.of("+", "*")) {
      String word = op.equals("+") ? "add" : "mul";
      if (conclusion.contains(" " + op + " ")) {
        add(
            2.6,
            "rewrite Nat." + word
                + dice.of(
                    "_comm.",
                    "_assoc.",
                    op.equals("+") ? "_0_r." : "_1_r.",
                    op.equals("+") ? "_succ_r." : "_0_r."));
      }
    }
  }

  static boolean mentions(String text, String name) {
    int from = 0;
    while (true) {
      int i = text.indexOf(name, from);
      if (i < 0) {
        return false;
      }
      int end = i + name.length();
      boolean starts = i == 0 || !Character.isJavaIdentifierPart(text.charAt(i - 1));
      boolean ends = end == text.length()
          || (!Character.isJavaIdentifierPart(text.charAt(end)) && text.charAt(end) != '\'');
      if (starts && ends) {
        return true;
      }
      from = end;
    }
  }
}
