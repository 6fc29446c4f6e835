package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes random data types. */
final class TypeMaker {

  private final Dice dice;
  private final Names names;

  TypeMaker(Dice dice, Names names) {
    this.dice = dice;
    this.names = names;
  }

  DataType make(Kind kind) {
    return switch (kind) {
      case NAT -> nat();
      case LIST -> list();
      case SEQUENCE -> sequence();
      case TREE -> tree();
      case EXPRESSION -> expression();
      case ENUMERATION -> enumeration();
      case OPTION -> option();
      case PAIR -> pair();
    };
  }

  DataType nat() {
    String[] v =
        dice.of("n m k", "n m n'", "n k p", "m n k", "a b p", "n m p", "k n j").split(" ", -1);
    return DataType.nat(v[0], v[1], v[2]);
  }

  DataType list() {
    String[] v = dice.of("l x tl", "l h t", "xs x tl", "l x l'", "l y rest", "xs h t", "l a t")
        .split(" ", -1);
    return DataType.list(v[0], v[1], v[2]);
  }

  private DataType sequence() {
    String[] c = dice.of(
            "Nil Cons",
            "Empty Push",
            "nnil ncons",
            "End Item",
            "E Add",
            "Stop Next",
            "Done Put",
            "Nothing More")
        .split(" ", -1);
    String[] v = dice.of("l x tl", "s x r", "q h t", "l n l'", "s a rest").split(" ", -1);
    String name = type("nlist seq stack chain mylist bag queue natlist row line");
    List<Constructor> constructors = new ArrayList<>();
    constructors.add(new Constructor(names.take(c[0]), List.of()));
    constructors.add(new Constructor(
        names.take(c[1]), List.of(new Parameter(v[1], "nat"), new Parameter(v[2], name))));
    if (dice.chance(0.15)) {
      constructors.add(new Constructor(
          names.take(dice.word("Skip Mark Gap")), List.of(new Parameter(v[2], name))));
    }
    return data(
        name, Kind.SEQUENCE, constructors, List.of(v[0], v[0].equals("l") ? "m" : "u", "w"));
  }

  private DataType tree() {
    String[] c = dice.of(
            "Leaf Node", "L N", "Tip Bin", "Empty Branch", "leaf node", "Nil Fork", "Bare Twig")
        .split(" ", -1);
    String[] v = dice.of("l r x", "l r v", "t1 t2 n", "a b x", "l r k").split(" ", -1);
    String name = type("tree btree bush ntree plant shrub T oak");
    boolean atLeaf = dice.chance(0.35);
    Parameter left = new Parameter(v[0], name);
    Parameter right = new Parameter(v[1], name);
    Parameter label = new Parameter(v[2], "nat");
    List<Parameter> node = atLeaf && dice.chance(0.6)
        ? List.of(left, right)
        : dice.of(
            List.of(left, label, right), List.of(label, left, right), List.of(left, label, right));
    List<Constructor> constructors = new ArrayList<>();
    constructors.add(new Constructor(names.take(c[0]), atLeaf ? List.of(label) : List.of()));
    constructors.add(new Constructor(names.take(c[1]), node));
    if (dice.chance(0.15)) {
      constructors.add(new Constructor(names.take(dice.word("One Stem Wrap")), List.of(left)));
    }
    return data(name, Kind.TREE, constructors, List.of("t", "u", "w"));
  }

  private DataType expression() {
    String[] v = dice.of("a b", "e1 e2", "x y", "l r", "a1 a2").split(" ", -1);
    String name = type("expr aexp exp term Expr arith form");
    Parameter left = new Parameter(v[0], name);
    Parameter right = new Parameter(v[1], name);
    List<Constructor> constructors = new ArrayList<>();
    constructors.add(new Constructor(
        names.take(dice.word("Const Num Lit Cst Val C")), List.of(new Parameter("n", "nat"))));
    if (dice.chance(0.4)) {
      constructors.add(
          new Constructor(names.take(dice.word("Var Id Ref")), List.of(new Parameter("i", "nat"))));
    }
    if (dice.chance(0.3)) {
      constructors.add(new Constructor(names.take(dice.word("Inc Succ Dbl")), List.of(left)));
    }
    constructors.add(
        new Constructor(names.take(dice.word("Plus Add Sum APlus")), List.of(left, right)));
    if (dice.chance(0.5)) {
      constructors.add(
          new Constructor(names.take(dice.word("Mul Times Mult AMult")), List.of(left, right)));
    }
    if (dice.chance(0.2)) {
      constructors.add(
          new Constructor(names.take(dice.word("Minus Sub Max")), List.of(left, right)));
    }
    return data(name, Kind.EXPRESSION, constructors, List.of("e", "d", "f0"));
  }

  private DataType option() {
    String[] v = dice.of("o x", "m n", "o v", "r k").split(" ", -1);
    List<Constructor> constructors = List.of(
        new Constructor("None", List.of()),
        new Constructor("Some", List.of(new Parameter(v[1], "nat"))));
    return new DataType("option nat", Kind.OPTION, constructors, List.of(v[0], "q", "w"), "");
  }

  private DataType pair() {
    String[] v = dice.of("p a b", "p x y", "q m n", "c i j").split(" ", -1);
    List<Parameter> fields = List.of(new Parameter(v[1], "nat"), new Parameter(v[2], "nat"));
    return new DataType(
        "nat * nat",
        Kind.PAIR,
        List.of(new Constructor("pair", fields)),
        List.of(v[0], "u", "w"),
        "");
  }

  private DataType enumeration() {
    String name =
        type("color dir state level suit mode gear shape phase sign taste pet door coin answer");
    List<String> words = dice.shuffled(List.of(
        ("Red Green Blue North South East West Low Mid High Open Closed Idle Busy One Two Three Cat Dog Bird"
                + " Sweet Sour On Off Up Down Hot Cold Yes No Maybe Heads Tails Left0 Right0 Fast Slow")
            .split(" ", -1)));
    List<Constructor> constructors = new ArrayList<>();
    for (String word : words.subList(0, dice.of(2, 3, 3, 4, 4, 5, 6, 7))) {
      constructors.add(new Constructor(names.take(word), List.of()));
    }
    return data(
        name, Kind.ENUMERATION, constructors, List.of(dice.of("c", "d", "x", "s"), "b", "a"));
  }

  private String type(String usual) {
    return names.take(dice.chance(0.8) ? dice.word(usual) : names.syllables());
  }

  private DataType data(
      String name, Kind kind, List<Constructor> constructors, List<String> variables) {
    String declaration =
        DataType.declare(name, constructors, kind == Kind.ENUMERATION || dice.chance(0.65));
    return new DataType(name, kind, constructors, variables, declaration);
  }
}
