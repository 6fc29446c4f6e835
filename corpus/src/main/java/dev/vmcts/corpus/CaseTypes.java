package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes enumerations of up to nine cases, and types whose constructors wrap lists and numbers. */
final class CaseTypes {

  private static final String WORDS =
      "Red Green Blue North South East West Low Mid High Open Closed Idle Busy One Two Three Cat Dog Bird Sweet Sour On Off Up"
          + " Down Hot Cold Yes No Maybe Heads Tails Fast Slow Spring Autumn Winter Dawn Noon Dusk Night Rook Knight Bishop Queen"
          + " King Pawn Ace Jack Iron Gold Silver Copper Rain Snow Wind Fog Apple Pear Plum Oak Elm Ash Bus Tram Train Car Bike"
          + " Ready Sent Paid Done Lost Draft Wood Stone Clay Glass Salt Sugar Flour Milk Rice Bean Corn";

  private final Dice dice;
  private final Names names;

  CaseTypes(Dice dice, Names names) {
    this.dice = dice;
    this.names = names;
  }

  DataType enumeration() {
    String name = names.take(
        dice.chance(0.75)
            ? dice.word(
                "color dir state level suit mode gear shape phase sign piece metal season part weather fruit kind grade")
            : names.syllables());
    List<Constructor> constructors = new ArrayList<>();
    for (String word : constructorNames(dice.of(2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9))) {
      constructors.add(new Constructor(word, List.of()));
    }
    String v = dice.of("c", "d", "x", "s", "a");
    List<String> variables = List.of(v, dice.of("b", "e", "t", "y"), "z");
    return new DataType(
        name,
        Kind.ENUMERATION,
        constructors,
        variables,
        DataType.declare(name, constructors, true));
  }

  /** A type with two to four constructors that hold lists or numbers; an element type may be declared before it. */
  DataType wrapper(List<String> before) {
    String inner = "nat";
    if (dice.chance(0.5)) {
      DataType element = enumeration();
      before.add(element.declaration());
      inner = element.name();
    }
    String name = names.take(
        dice.chance(0.75)
            ? dice.word(
                "box meal order parcel basket shelf drawer team crate cart tray bag load deal")
            : names.syllables());
    String held = dice.chance(0.75) ? "list " + inner : "nat";
    String v = held.equals("nat") ? dice.of("n", "k", "m") : dice.of("l", "xs", "s", "ts");
    List<Constructor> constructors = new ArrayList<>();
    for (String word : constructorNames(dice.of(2, 2, 2, 3, 3, 4))) {
      List<Parameter> fields = new ArrayList<>(List.of(new Parameter(v, held)));
      if (dice.chance(0.12)) {
        fields.add(new Parameter("i", "nat"));
      }
      constructors.add(new Constructor(word, fields));
    }
    List<String> variables = List.of(dice.of("f", "b", "x", "w", "p"), "y", "z");
    return new DataType(
        name,
        Kind.OPTION,
        constructors,
        variables,
        DataType.declare(name, constructors, dice.chance(0.7)));
  }

  private List<String> constructorNames(int count) {
    if (dice.chance(0.2)) {
      List<String> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String word = names.syllables();
        made.add(names.take(Character.toUpperCase(word.charAt(0)) + word.substring(1)));
      }
      return made;
    }
    return dice.shuffled(List.of(WORDS.split(" ", -1))).subList(0, count).stream()
        .map(names::take)
        .toList();
  }
}
