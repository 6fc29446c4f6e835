package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Functions that look at a key: count, member, keep, remove, replace, insert. */
final class SelectFunctions {

  private enum Mode {
    COUNT("nat", "counts the numbers that pass a test", "count occ count_le freq"),
    MEMBER("bool", "tells whether a number occurs", "mem member contains find elem"),
    KEEP("", "keeps the numbers that pass a test", "keep filter_le only select"),
    REMOVE("", "removes the numbers that pass a test", "remove del erase without"),
    REPLACE("", "replaces the numbers that pass a test", "replace subst cap"),
    INSERT("", "inserts a number", "put place add_to ins");

    private final String result;
    private final String phrase;
    private final String usual;

    Mode(String result, String phrase, String usual) {
      this.result = result;
      this.phrase = phrase;
      this.usual = usual;
    }
  }

  private final Context context;
  private final Mode mode;
  private final Term key;
  private final String relation;
  private final boolean keyFirst;
  private final boolean style;

  private SelectFunctions(Context context, Mode mode, Term key) {
    this.context = context;
    this.mode = mode;
    this.key = key;
    this.relation = context.dice().of("=?", "=?", "<=?", "<?");
    this.keyFirst = context.dice().chance(0.5);
    this.style = context.dice().chance(0.5);
  }

  /** A function of a value and a key; the key is the first or the last parameter. */
  static Function make(Context context) {
    Dice dice = context.dice();
    boolean list = context.type().kind() == Kind.LIST || context.type().kind() == Kind.SEQUENCE;
    Mode mode = dice.of(list ? Mode.values() : new Mode[] {Mode.COUNT, Mode.MEMBER, Mode.REPLACE});
    Parameter key = new Parameter(dice.of("y", "y", "z", "key"), "nat");
    SelectFunctions maker = new SelectFunctions(context, mode, key.variable());
    String name = context.names().function(List.of(mode.usual.split(" ", -1)));
    String type = context.type().name();
    Parameter data = new Parameter(context.type().variables().get(0), type);
    boolean first = dice.chance(0.65);
    return new Function(
        name,
        first ? List.of(key, data) : List.of(data, key),
        mode.result.isEmpty() ? type : mode.result,
        first ? 1 : 0,
        context.cases(name, (self, c) -> maker.body(self, c, first)),
        mode.phrase);
  }

  private Term body(String self, Constructor c, boolean first) {
    List<Term> calls = new ArrayList<>();
    List<Term> rebuilt = new ArrayList<>();
    for (Parameter f : c.fields()) {
      boolean recursive = context.type().recursive(f);
      Term call = first ? Term.call(self, key, f.variable()) : Term.call(self, f.variable(), key);
      if (recursive) {
        calls.add(call);
      }
      rebuilt.add(recursive ? call : f.variable());
    }
    List<Term> numbers = context.numbers(c);
    Term same = c.pattern();
    Term copy = new Term.Make(c.name(), rebuilt);
    if (numbers.isEmpty()) {
      return withoutNumber(c, calls, copy);
    }
    Term x = numbers.get(0);
    Term test = keyFirst ? Term.op(relation, key, x) : Term.op(relation, x, key);
    Term one = Term.num(1);
    return switch (mode) {
      case COUNT -> {
        if (calls.isEmpty()) {
          yield new Term.If(test, one, Term.num(0));
        }
        Term sum = Context.join("+", calls);
        yield new Term.If(test, style ? Term.make("S", sum) : Term.op("+", one, sum), sum);
      }
      case MEMBER -> {
        if (calls.isEmpty()) {
          yield test;
        }
        Term rest = Context.joinRight("||", calls);
        yield style ? new Term.If(test, Term.bool(true), rest) : Term.op("||", test, rest);
      }
      case KEEP -> new Term.If(test, copy, calls.get(0));
      case REMOVE ->
        new Term.If(
            test,
            style ? calls.get(0) : context.type().kind() == Kind.LIST ? tail(c) : calls.get(0),
            copy);
      case REPLACE -> new Term.If(test, new Term.Make(c.name(), replaced(c, rebuilt)), copy);
      default -> new Term.If(test, new Term.Make(c.name(), List.of(key, same)), copy);
    };
  }

  private static Term tail(Constructor c) {
    return c.fields().get(1).variable();
  }

  private Term withoutNumber(Constructor c, List<Term> calls, Term copy) {
    return switch (mode) {
      case COUNT -> calls.isEmpty() ? Term.num(0) : Context.join("+", calls);
      case MEMBER -> calls.isEmpty() ? Term.bool(false) : Context.joinRight("||", calls);
      case INSERT ->
        calls.isEmpty()
            ? new Term.Make(context.type().constructors().get(1).name(), List.of(key, c.pattern()))
            : copy;
      default -> copy;
    };
  }

  private List<Term> replaced(Constructor c, List<Term> rebuilt) {
    List<Term> args = new ArrayList<>();
    for (int i = 0; i < rebuilt.size(); i++) {
      args.add(context.type().recursive(c.fields().get(i)) ? rebuilt.get(i) : key);
    }
    return args;
  }
}
