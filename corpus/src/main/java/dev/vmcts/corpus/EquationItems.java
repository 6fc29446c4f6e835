package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import dev.vmcts.corpus.EquationTerms.Typed;
import dev.vmcts.corpus.Function.Case;
import dev.vmcts.corpus.Function.Equation;
import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items that are about definitions only: random functions, to numbers, booleans, lists, data or propositions, by recursion
 * on any of their arguments, over helpers that are given. Nothing but the equations says what they are, so whoever writes
 * the definition has to read them.
 */
final class EquationItems {

  private static final int DEPTH = 3;

  private final VerifierSession session;
  private final Dice dice;
  private final Names names;
  private final Set<String> excluded;

  EquationItems(VerifierSession session, Dice dice, Names names, Set<String> excluded) {
    this.session = session;
    this.dice = dice;
    this.names = names;
    this.excluded = excluded;
  }

  /** An item; null when Coq refuses a part of it, or a problem has the same definition. */
  @Nullable
  Item make() throws VerifierException, InterruptedException {
    Kind kind = dice.of(
        Kind.NAT,
        Kind.NAT,
        Kind.LIST,
        Kind.LIST,
        Kind.SEQUENCE,
        Kind.TREE,
        Kind.EXPRESSION,
        Kind.EXPRESSION,
        Kind.ENUMERATION,
        Kind.OPTION,
        Kind.PAIR);
    DataType type = new TypeMaker(dice, names).make(kind);
    Context context = new Context(dice, names, type);
    List<Function> helpers = dice.chance(0.5) ? new FunctionMaker(context).make() : List.of();
    List<String> given = new ArrayList<>();
    if (!type.declaration().isEmpty()) {
      given.add(type.declaration());
    }
    helpers.forEach(h -> given.add(h.text()));
    VerifierState state = session.root();
    for (String text : given) {
      state = Prover.step(session, state, text);
      if (state == null) {
        return null;
      }
    }
    Function function = function(context, helpers);
    List<String> texts = new ArrayList<>(given);
    texts.add(function.text());
    String key = Fingerprint.of(texts, function.name());
    state = Prover.step(session, state, function.text());
    if (state == null || excluded.contains(key)) {
      return null;
    }
    List<String> equations = new ArrayList<>();
    for (Equation e : function.equations()) {
      String symbol = function.result().equals("Prop") ? "<->" : "=";
      String text =
          Statement.about(e.variables(), Term.op(symbol, e.left(), e.right())).text(true);
      if (!Prover.reflexive(session, state, text)) {
        return null;
      }
      equations.add(text);
    }
    Definition definition = new Definition(
        function.name(), function.text(), function.type(), function.phrase(), equations, List.of());
    return new Item("equations", key, given, List.of(definition), List.of());
  }

  private Function function(Context context, List<Function> helpers) {
    DataType type = context.type();
    String result = dice.of("nat", "nat", "bool", "list nat", "Prop", type.name(), type.name());
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter(type.variables().get(0), type.name()));
    int more = dice.of(0, 1, 1, 1, 2);
    for (int i = 0; i < more; i++) {
      String of = dice.of("nat", "nat", "nat", "list nat", "bool", "nat -> nat", result);
      parameters.add(new Parameter(variable(type), of.equals("Prop") ? "nat" : of));
    }
    Parameter subject = parameters.get(0);
    List<Parameter> shuffled = dice.shuffled(parameters);
    String name = names.function(List.of());
    EquationTerms terms = new EquationTerms(dice, type, helpers);
    List<Case> cases = new ArrayList<>();
    for (Constructor c : type.constructors()) {
      List<Parameter> inSight = new ArrayList<>(c.fields());
      shuffled.stream().filter(p -> !p.equals(subject)).forEach(inSight::add);
      List<Typed> calls = new ArrayList<>();
      for (Parameter f : c.fields()) {
        if (type.recursive(f)) {
          calls.add(new Typed(recursion(name, shuffled, subject, f, inSight, terms), result));
        }
      }
      cases.add(new Case(
          c.pattern(),
          c.fields(),
          terms.make(result, calls.isEmpty() ? dice.between(0, 2) : DEPTH, inSight, calls)));
    }
    return new Function(
        name, shuffled, result, shuffled.indexOf(subject), cases, "is given by its equations");
  }

  private Term recursion(
      String name,
      List<Parameter> parameters,
      Parameter subject,
      Parameter field,
      List<Parameter> inSight,
      EquationTerms terms) {
    List<Term> args = new ArrayList<>();
    for (Parameter p : parameters) {
      if (p.equals(subject)) {
        args.add(field.variable());
      } else {
        args.add(
            dice.chance(0.75) || p.type().contains("->")
                ? p.variable()
                : terms.make(p.type(), 1, inSight, new ArrayList<>()));
      }
    }
    return new Term.Call(name, args);
  }

  /** A name that neither the type's patterns nor another parameter has. */
  private String variable(DataType type) {
    String name = dice.word("y z w u v s c d b k i j q a acc base");
    boolean taken = type.variables().contains(name)
        || type.constructors().stream()
            .flatMap(c -> c.fields().stream())
            .anyMatch(f -> f.name().equals(name));
    return names.take(taken ? name + "0" : name);
  }
}
