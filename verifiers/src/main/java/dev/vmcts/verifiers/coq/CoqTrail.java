package dev.vmcts.verifiers.coq;

import dev.vmcts.text.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sentences so far leave behind beyond the goals that are shown.
 *
 * @param commands hash of the sentences that changed the environment, in order; of definitions up to the names that they bind
 * @param script hash of the sentences of the proof that is open; a proof ended by {@code Defined} stays visible
 * @param focus the bullets and braces that are open, outermost first
 * @param nesting sections and modules that were opened and not ended
 * @param declared names in the declarations of types
 */
record CoqTrail(String commands, String script, String focus, int nesting, Set<String> declared) {

  static final CoqTrail EMPTY = new CoqTrail("", "", "", 0, Set.of());

  private static final Set<String> WITHOUT_EFFECT = Set.of(
      "Check",
      "Print",
      "About",
      "Search",
      "SearchPattern",
      "SearchRewrite",
      "Show",
      "Eval",
      "Compute",
      "Locate");
  private static final Set<String> NESTING = Set.of("Section", "Module");
  private static final Pattern EVAR = Pattern.compile("\\?[\\p{L}_][\\p{L}\\p{N}_']*");

  CoqTrail then(String sentence, boolean inProof) {
    CoqSentence.Split split = CoqSentence.split(sentence);
    if (split.sentences().isEmpty()) {
      return this;
    }
    CoqSentence parsed = split.sentences().get(0);
    if (parsed.isBulletOrBrace()) {
      return new CoqTrail(commands, hash(script, sentence), focusAfter(parsed), nesting, declared);
    }
    String word = parsed.first().text();
    if (parsed.first().kind() == CoqToken.Kind.BRACE) {
      return new CoqTrail(commands, hash(script, sentence), focusAfter(parsed), nesting, declared);
    }
    boolean tactic =
        parsed.first().kind() != CoqToken.Kind.IDENT || !Character.isUpperCase(word.codePointAt(0));
    if (tactic && !parsed.first().isSymbol('#')) {
      return new CoqTrail(
          commands, inProof ? hash(script, sentence) : "", focus, nesting, declared);
    }
    if (WITHOUT_EFFECT.contains(word)
        || (word.equals("Proof") && parsed.tokens().size() == 2)) {
      return this;
    }
    String changed = word.equals("Defined") ? hash(commands, script) : commands;
    int depth =
        NESTING.contains(word) && !sentence.contains(":=") ? 1 : word.equals("End") ? -1 : 0;
    return new CoqTrail(
        hash(changed, inProof ? sentence : CoqLocals.numbered(sentence, parsed.tokens(), declared)),
        inProof ? hash(script, sentence) : "",
        inProof ? focus : "",
        nesting + depth,
        CoqWords.TYPES.contains(word) ? withNames(parsed) : declared);
  }

  private Set<String> withNames(CoqSentence type) {
    Set<String> names = new HashSet<>(declared);
    type.tokens().stream()
        .filter(t -> t.kind() == CoqToken.Kind.IDENT)
        .forEach(t -> names.add(t.text()));
    return Set.copyOf(names);
  }

  /** Equal for states that show the same goals in the same surroundings; names of existential variables do not count. */
  String fingerprint(CoqNode.Place place, CoqGoals goals) {
    StringBuilder text = new StringBuilder();
    text.append(place.hole())
        .append('\n')
        .append(place.complete())
        .append('\n')
        .append(commands)
        .append('\n');
    if (goals.inProof()) {
      text.append(focus).append('\n').append(renumber(goals.all()));
    }
    return hash("", text.toString());
  }

  private String focusAfter(CoqSentence sentence) {
    String mark = sentence.tokens().get(sentence.tokens().size() - 1).text();
    if (mark.equals("{")) {
      return focus + " {";
    }
    if (mark.equals("}")) {
      return focus.substring(0, Math.max(0, focus.lastIndexOf(" {")));
    }
    int brace = focus.lastIndexOf('{') + 1;
    int open = (focus.substring(brace) + " ").indexOf(" " + mark + " ");
    return (open < 0 ? focus : focus.substring(0, brace + open)) + " " + mark;
  }

  private static String renumber(CharSequence text) {
    Map<String, String> numbers = new HashMap<>();
    return EVAR.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(
            numbers.computeIfAbsent(m.group(), name -> "?" + (numbers.size() + 1))));
  }

  private static String hash(String before, String text) {
    return Sha256.of(before + "\0" + text).substring(0, 32);
  }
}
