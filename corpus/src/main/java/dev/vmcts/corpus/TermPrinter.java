package dev.vmcts.corpus;

import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.Call;
import dev.vmcts.corpus.Term.Exists;
import dev.vmcts.corpus.Term.If;
import dev.vmcts.corpus.Term.Make;
import dev.vmcts.corpus.Term.Match;
import dev.vmcts.corpus.Term.Num;
import dev.vmcts.corpus.Term.Op;
import dev.vmcts.corpus.Term.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints terms as Coq text, with the parentheses that Coq's own printer would write. */
final class TermPrinter {

  /** Coq's level of an operator, and the levels of its left and right operand. */
  private record Level(int self, int left, int right) {}

  private static final int ATOM = 0;
  private static final int APPLICATION = 10;
  private static final int TOP = 200;

  private static final Map<String, Level> LEVELS = Map.ofEntries(
      Map.entry("*", new Level(40, 40, 39)),
      Map.entry("+", new Level(50, 50, 49)),
      Map.entry("-", new Level(50, 50, 49)),
      Map.entry("||", new Level(50, 50, 49)),
      Map.entry("&&", new Level(40, 40, 39)),
      Map.entry("++", new Level(60, 59, 60)),
      Map.entry("::", new Level(60, 59, 60)),
      Map.entry("=?", new Level(70, 69, 69)),
      Map.entry("<=?", new Level(70, 69, 69)),
      Map.entry("<?", new Level(70, 69, 69)),
      Map.entry("=", new Level(70, 69, 69)),
      Map.entry("<>", new Level(70, 69, 69)),
      Map.entry("<", new Level(70, 69, 69)),
      Map.entry("<=", new Level(70, 69, 69)),
      Map.entry(">", new Level(70, 69, 69)),
      Map.entry(">=", new Level(70, 69, 69)),
      Map.entry("/\\", new Level(80, 79, 80)),
      Map.entry("\\/", new Level(85, 84, 85)),
      Map.entry("<->", new Level(95, 94, 94)),
      Map.entry("->", new Level(99, 98, 200)));

  private TermPrinter() {}

  /** The term on one line; matches inside it excepted. */
  static String print(Term term) {
    return print(term, TOP, "");
  }

  /** The term where an argument of a function may stand. */
  static String atom(Term term) {
    return print(term, ATOM, "");
  }

  /** The body of a definition, indented by two. */
  static String body(Term term) {
    return print(term, TOP, "  ");
  }

  private static String print(Term term, int level, String indent) {
    if (term instanceof Num n) {
      return Integer.toString(n.value());
    } else if (term instanceof Var v) {
      return v.name();
    } else if (term instanceof Call c) {
      return application(c.function(), c.args(), level, indent);
    } else if (term instanceof Make m) {
      return constructor(m, level, indent);
    } else if (term instanceof Op o) {
      Level l = LEVELS.getOrDefault(o.symbol(), new Level(TOP, TOP, TOP));
      String text = print(o.left(), l.left, indent) + " " + o.symbol() + " "
          + print(o.right(), l.right, indent);
      return parenthesised(text, l.self > level);
    } else if (term instanceof If i) {
      String text = "if " + print(i.test(), TOP, indent) + " then " + print(i.yes(), TOP, indent)
          + " else " + print(i.no(), TOP, indent);
      return parenthesised(text, level < TOP);
    } else if (term instanceof Match m) {
      return match(m, indent);
    }
    Exists e = (Exists) term;
    String text = "exists " + e.variable() + " : " + e.type() + ", " + print(e.body(), TOP, indent);
    return parenthesised(text, level < TOP);
  }

  private static String constructor(Make m, int level, String indent) {
    List<Term> args = m.args();
    return switch (m.constructor()) {
      case "O" -> "0";
      case "nil" -> "[]";
      case "cons" -> {
        List<String> elements = new ArrayList<>();
        Term rest = m;
        while (rest instanceof Make cell && cell.constructor().equals("cons")) {
          elements.add(print(cell.args().get(0), TOP, indent));
          rest = cell.args().get(1);
        }
        yield rest instanceof Make end && end.constructor().equals("nil")
            ? "[" + String.join("; ", elements) + "]"
            : print(new Op("::", args.get(0), args.get(1)), level, indent);
      }
      case "pair" ->
        "(" + print(args.get(0), TOP, indent) + ", " + print(args.get(1), TOP, indent) + ")";
      default -> application(m.constructor(), args, level, indent);
    };
  }

  private static String application(String head, List<Term> args, int level, String indent) {
    if (args.isEmpty()) {
      return head;
    }
    String text = head
        + args.stream()
            .map(a -> " " + print(a, APPLICATION - 1, indent))
            .collect(Collectors.joining());
    return parenthesised(text, level < APPLICATION);
  }

  private static String match(Match m, String indent) {
    StringBuilder text = new StringBuilder("match ");
    text.append(m.scrutinees().stream().map(TermPrinter::print).collect(Collectors.joining(", ")))
        .append(" with");
    for (Arm arm : m.arms()) {
      text.append('\n').append(indent).append("| ");
      text.append(
          arm.patterns().stream().map(TermPrinter::print).collect(Collectors.joining(", ")));
      text.append(" => ");
      if (arm.body() instanceof Match) {
        text.append('\n').append(indent).append("  ");
      }
      text.append(print(arm.body(), TOP, indent + "  "));
    }
    return text.append('\n').append(indent).append("end").toString();
  }

  private static String parenthesised(String text, boolean needed) {
    return needed ? "(" + text + ")" : text;
  }
}
