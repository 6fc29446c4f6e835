package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Predicate.Case;
import dev.vmcts.corpus.PredicateWords.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an item about predicates is to hold: declarations, and claims that may be true. */
final class PredicatePlan {

  final Dice dice;
  final Names names;
  final PredicateWords words;
  final String kind;
  final List<String> types = new ArrayList<>();
  final List<Predicate> predicates = new ArrayList<>();
  final List<Definition> functions = new ArrayList<>();
  final List<String> claims = new ArrayList<>();

  @Nullable
  DataType data;

  PredicatePlan(String kind, Dice dice, Names names) {
    this.kind = kind;
    this.dice = dice;
    this.names = names;
    this.words = new PredicateWords(dice, kind.equals("numbers"));
  }

  /** Declares the data that the item is about. */
  void data(char variable, DataType type) {
    data = type;
    types.add(type.declaration());
    words.type(variable, type.name());
  }

  /** A predicate that later templates call by its word; a case is {@code suffix: premise -> conclusion}. */
  void predicate(String word, String usual, List<String> argumentTypes, List<String> cases) {
    String name = names.function(List.of(usual.split(" ", -1)));
    words.put(word, name);
    int style = dice.of(0, 0, 0, 1, 2, 3);
    List<Case> made = new ArrayList<>();
    for (String each : cases) {
      int colon = each.indexOf(": ");
      String template = each.substring(colon + 2);
      List<String> parts = Predicate.split(words.text(template), " -> ");
      List<String> conclusion = Predicate.split(parts.get(parts.size() - 1), " ");
      made.add(new Case(
          constructor(name, each.substring(0, colon), style),
          words.variables(template, Order.NUMBERS_FIRST),
          parts.subList(0, parts.size() - 1),
          conclusion.subList(1, conclusion.size())));
    }
    predicates.add(Predicate.of(name, argumentTypes, made, dice));
  }

  private String constructor(String predicate, String suffix, int style) {
    String capital = suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.substring(1);
    return names.take(
        switch (style) {
          case 0 -> predicate + "_" + suffix;
          case 1 -> predicate.charAt(0) + "_" + suffix;
          case 2 ->
            predicate.substring(0, 1).toUpperCase(Locale.ROOT) + predicate.substring(1) + capital;
          default -> names.syllables();
        });
  }

  /** A function, with equations that hold by computation; later templates call it by its word. */
  void function(
      String word, String usual, String type, String phrase, String text, List<String> equations) {
    String name = names.function(List.of(usual.split(" ", -1)));
    words.put(word, name);
    functions.add(new Definition(
        name,
        words.text(text),
        type,
        phrase,
        equations.stream()
            .map(e -> words.statement(e, Order.NUMBERS_FIRST, true))
            .toList(),
        List.of()));
  }

  /** What is declared, with the predicates in one fixed style and their constructors in every order. */
  List<List<String>> declarations() {
    List<List<String>> all = List.of(types);
    for (Predicate p : predicates) {
      all = all.stream()
          .flatMap(before -> p.plain().stream().map(text -> with(before, List.of(text))))
          .toList();
    }
    List<String> written = functions.stream().map(Definition::text).toList();
    return all.stream().map(before -> with(before, written)).toList();
  }

  private static List<String> with(List<String> before, List<String> more) {
    List<String> texts = new ArrayList<>(before);
    texts.addAll(more);
    return texts;
  }

  void claim(String... templates) {
    claims.addAll(List.of(templates));
  }
}
