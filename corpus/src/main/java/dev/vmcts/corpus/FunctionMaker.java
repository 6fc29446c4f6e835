package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Chooses the functions of an item. */
final class FunctionMaker {

  private final Context context;
  private final Dice dice;

  FunctionMaker(Context context) {
    this.context = context;
    this.dice = context.dice();
  }

  /** One to three functions on the type of the context. */
  List<Function> make() {
    List<Function> functions = new ArrayList<>();
    int wanted = dice.of(1, 1, 2, 2, 2, 3);
    if (context.type().kind() == Kind.EXPRESSION && dice.chance(0.6)) {
      functions.add(ExpressionFunctions.evaluator(context));
      functions.add(
          dice.chance(0.75)
              ? ExpressionFunctions.optimiser(context)
              : DataFunctions.rebuild(context));
      return functions;
    }
    while (functions.size() < wanted) {
      functions.add(one(functions));
    }
    return functions;
  }

  private Function one(List<Function> earlier) {
    if (dice.chance(0.25)) {
      return FreeFunctions.make(context, earlier);
    }
    if (context.type().kind() == Kind.LIST && dice.chance(0.3)) {
      return AppendFunctions.make(context);
    }
    return switch (context.type().kind()) {
      case NAT -> nat(earlier);
      case ENUMERATION -> EnumFunctions.make(context);
      case LIST, SEQUENCE -> dice.chance(0.4) ? sequence(earlier) : data();
      case TREE, EXPRESSION -> data();
      case OPTION, PAIR -> FlatFunctions.make(context, earlier);
    };
  }

  private Function nat(List<Function> earlier) {
    return switch (dice.below(12)) {
      case 0, 1, 2, 3 -> NatFunctions.recurrence(context);
      case 4, 5, 6 -> eitherWay(NatFunctions.binary(context));
      case 7 -> eitherWay(NatFunctions.lister(context));
      case 8 -> NatFunctions.parity(context);
      case 9 -> NatFunctions.comparison(context);
      case 10 -> NatFunctions.twoBack(context);
      default -> NatFunctions.plain(context, earlier);
    };
  }

  private Function eitherWay(Function f) {
    return f.parameters().size() == 2 && dice.chance(0.45) ? f.swapped() : f;
  }

  private Function sequence(List<Function> earlier) {
    String type = context.type().name();
    List<Function> enders = earlier.stream()
        .filter(f -> f.result().equals(type) && (f.takes(type, "nat") || f.takes(type, type)))
        .toList();
    if (!enders.isEmpty() && dice.chance(0.6)) {
      return ListFunctions.reverse(context, dice.pick(enders));
    }
    return ListFunctions.make(context);
  }

  private Function data() {
    return switch (dice.below(13)) {
      case 0, 1, 2, 3 -> DataFunctions.measure(context);
      case 4, 5 -> DataFunctions.rebuild(context);
      case 6, 7 -> DataFunctions.attach(context);
      case 8 ->
        context.type().kind() == Kind.LIST
            ? SelectFunctions.make(context)
            : DataFunctions.elements(context);
      case 9, 10 -> DataFunctions.check(context);
      default -> SelectFunctions.make(context);
    };
  }
}
