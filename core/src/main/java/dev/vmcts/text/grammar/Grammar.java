package dev.vmcts.text.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which texts a grammar allows, read byte by byte, so that a text may break off inside a character. White space in front of
 * a text, two line ends at most, is passed over.
 *
 * <p>The grammar is a stack machine with several stacks at once, one for each way to read the text so far. Sets of stacks
 * that were met are kept, so that reading on is mostly one look into a table. For one thread.
 */
public final class Grammar {

  /** More ways to read a text than any sensible grammar has. */
  private static final int MOST_WAYS = 10_000;

  /** About a kilobyte each. */
  private static final int MOST_STATES = 10_000;

  /** White space in front of a text: as much as stands between two steps. */
  private static final String LEAD = "root ::= ([ \\t]{0,80} \"\\r\"? \"\\n\"){0,2} [ \\t]{0,80}";

  private static final int END = Integer.MAX_VALUE;

  /** What comes next, and what comes after the rule that this is in. Equal ones are the same object. */
  private static final class Stack {
    private final int at;
    private final @Nullable Stack rest;
    private final int number;

    private Stack(int at, @Nullable Stack rest, int number) {
      this.at = at;
      this.rest = rest;
      this.number = number;
    }
  }

  /** What tells a stack: where it goes on, and the number of its rest, -1 for none. */
  private record Key(int at, int rest) {}

  /** How far a text was read. */
  public final class State {

    private final List<Stack> stacks;
    private final boolean whole;
    private final @Nullable State[] next = new @Nullable State[256];

    private State(List<Stack> stacks, boolean whole) {
      this.stacks = stacks;
      this.whole = whole;
    }

    /** Whether the text so far is one that the grammar allows. */
    public boolean isWhole() {
      return whole;
    }

    /** Whether the text is, or can become, one that the grammar allows. */
    public boolean isAlive() {
      return whole || !stacks.isEmpty();
    }

    /**
     * The state behind one more byte.
     *
     * @throws IllegalArgumentException if the grammar has too many ways to read the text
     */
    public State after(int value) {
      State known = next[value];
      if (known == null) {
        known = read(this, value);
        next[value] = known;
      }
      return known;
    }

    /** The state behind more bytes, a character each, 0 to 255. */
    public State afterBytes(String latin) {
      State state = this;
      for (int i = 0; i < latin.length() && state.isAlive(); i++) {
        state = state.after(latin.charAt(i));
      }
      return state;
    }

    /** The state behind more text. */
    public State afterText(String text) {
      return afterBytes(
          new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
  }

  private final int[] code;
  private final int[][] starts;
  private final List<BitSet> sets = new ArrayList<>();
  private final Map<Key, Stack> stacks = new HashMap<>();
  private final Map<Set<Stack>, State> open = new HashMap<>();
  private final Map<Set<Stack>, State> whole = new HashMap<>();
  private final State start;
  private int numbers;

  private Grammar(Rules rules, int root) {
    starts = new int[rules.count()][];
    List<Integer> all = new ArrayList<>();
    for (int rule = 0; rule < rules.count(); rule++) {
      List<List<Integer>> alternatives = rules.alternatives(rule);
      starts[rule] = new int[alternatives.size()];
      for (int i = 0; i < alternatives.size(); i++) {
        starts[rule][i] = all.size();
        for (int symbol : alternatives.get(i)) {
          if (symbol < 0) {
            sets.add(rules.bytes(symbol));
          }
          all.add(symbol < 0 ? -sets.size() : symbol);
        }
        all.add(END);
      }
    }
    code = all.stream().mapToInt(Integer::intValue).toArray();
    Closure closure = new Closure();
    for (int at : starts[root]) {
      closure.add(at, null);
    }
    start = closure.state();
  }

  /**
   * Reads a grammar.
   *
   * @param gbnf its rules, of which {@code root} is the one that a text must fit
   * @throws IllegalArgumentException if it is none; the message begins with line and column, as in {@code 3:14: }
   */
  public static Grammar of(String gbnf) {
    Rules rules = new Rules();
    int root = new GbnfReader(gbnf, rules).read();
    int lead = new GbnfReader(LEAD, rules).read();
    return new Grammar(rules, rules.add(List.of(List.of(lead, root))));
  }

  /** Where nothing was read yet. */
  public State start() {
    return start;
  }

  /** Whether the grammar allows a text. */
  public boolean allows(String text) {
    return start.afterText(text).isWhole();
  }

  /** Whether the grammar allows a text, or one that begins with it. */
  public boolean allowsBeginning(String text) {
    return start.afterText(text).isAlive();
  }

  private State read(State from, int value) {
    Closure closure = new Closure();
    for (Stack stack : from.stacks) {
      if (sets.get(-code[stack.at] - 1).get(value)) {
        closure.add(stack.at + 1, stack.rest);
      }
    }
    return closure.state();
  }

  private Stack stack(int at, @Nullable Stack rest) {
    return stacks.computeIfAbsent(
        new Key(at, rest == null ? -1 : rest.number), key -> new Stack(at, rest, numbers++));
  }

  /** Where stacks lead before the next byte: each to bytes, or to an end. */
  private final class Closure {

    private final Set<Stack> seen = new LinkedHashSet<>();
    private final Set<Stack> found = new LinkedHashSet<>();
    private boolean ends;

    void add(int at, @Nullable Stack rest) {
      List<Stack> work = new ArrayList<>();
      push(at, rest, work);
      while (!work.isEmpty()) {
        Stack stack = work.remove(work.size() - 1);
        int symbol = code[stack.at];
        if (symbol < 0) {
          found.add(stack);
          continue;
        }
        boolean last = code[stack.at + 1] == END;
        Stack behind = last ? stack.rest : stack(stack.at + 1, stack.rest);
        for (int alternative : starts[symbol]) {
          push(alternative, behind, work);
        }
      }
    }

    private void push(int at, @Nullable Stack rest, List<Stack> work) {
      int place = at;
      Stack below = rest;
      while (code[place] == END && below != null) {
        place = below.at;
        below = below.rest;
      }
      if (code[place] == END) {
        ends = true;
        return;
      }
      Stack stack = stack(place, below);
      if (seen.add(stack)) {
        work.add(stack);
      }
      if (seen.size() > MOST_WAYS) {
        throw new IllegalArgumentException("the grammar has more than " + MOST_WAYS
            + " ways to read one text; write it so that a text has few");
      }
    }

    State state() {
      if (open.size() + whole.size() > MOST_STATES) {
        open.clear();
        whole.clear();
        stacks.clear();
      }
      return (ends ? whole : open)
          .computeIfAbsent(found, key -> new State(List.copyOf(found), ends));
    }
  }
}
