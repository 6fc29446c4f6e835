package dev.vmcts.corpus;

import dev.vmcts.text.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes of statements with the definitions that they rest on, equal for texts that differ in names and layout only.
 *
 * <p>They keep the problems that a model is measured on out of what it is trained on.
 */
final class Fingerprint {

  private static final int HASH_BYTES = 6;
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_'.]*|\\d+|\\S");
  private static final Pattern FORALL = Pattern.compile("forall ([^,]*),");
  private static final Pattern DECLARED = Pattern.compile(
      "^(?:Inductive|Fixpoint|Definition|Theorem|Lemma|Example|Fact|Corollary|Remark|Function)\\s+([\\w']+)");
  private static final Pattern STATEMENT =
      Pattern.compile("^(?:Theorem|Lemma|Example|Fact|Corollary|Remark)\\s+[\\w']+\\s*:?");
  private static final Pattern DEFINITION =
      Pattern.compile("^(?:Inductive|Fixpoint|Definition|Function)\\b.*", Pattern.DOTALL);
  private static final Set<String> FIXED = Set.of(
      ("Inductive Fixpoint Definition Theorem Lemma match with end if then else fun forall exists let in Type Set Prop"
              + " nat bool list option O S nil cons true false Some None pair length rev app map In Nat.max Nat.min negb"
              + " andb orb Nat.even Nat.odd")
          .split(" ", -1));

  private Fingerprint() {}

  /** The fingerprints of every statement among Coq sentences. */
  static List<String> ofStatements(List<String> sentences) {
    List<String> fingerprints = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    for (String sentence : sentences) {
      if (STATEMENT.matcher(sentence).lookingAt()) {
        fingerprints.add(of(definitions, STATEMENT.matcher(sentence).replaceFirst("")));
      } else if (DEFINITION.matcher(sentence).matches()) {
        definitions.add(sentence);
      }
    }
    return fingerprints;
  }

  /** The fingerprints of those functions among Coq sentences that stand in a text. */
  static List<String> ofFunctions(List<String> sentences, String text) {
    List<String> fingerprints = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    for (String sentence : sentences) {
      if (DEFINITION.matcher(sentence).matches()) {
        definitions.add(sentence);
        Matcher name = DECLARED.matcher(sentence);
        if (!sentence.startsWith("Inductive") && text.contains(sentence) && name.find()) {
          fingerprints.add(of(definitions, name.group(1)));
        }
      }
    }
    return fingerprints;
  }

  /** The fingerprint of a statement after definitions, of which only those count that it rests on. */
  static String of(List<String> definitions, String statement) {
    List<String> needed = new ArrayList<>();
    Set<String> words = words(statement);
    for (int i = definitions.size() - 1; i >= 0; i--) {
      String definition = definitions.get(i);
      if (declares(definition).stream().anyMatch(words::contains)) {
        needed.add(0, definition);
        words.addAll(words(definition));
      }
    }
    return hash(normal(String.join(" ", needed) + " |- " + bare(statement)));
  }

  /** The statement without the types of its quantifiers, which Coq often infers, and without its end. */
  private static String bare(String statement) {
    String text = statement.strip().replaceFirst("\\.$", "");
    Matcher quantifier = FORALL.matcher(text);
    return quantifier.replaceAll(m -> "forall "
        + Matcher.quoteReplacement(m.group(1).replaceAll(":[^()]*", " ").replaceAll("[()]", " "))
        + ",");
  }

  /** The names that a definition makes: its own, and its constructors'. */
  private static Set<String> declares(String definition) {
    Set<String> names = new HashSet<>();
    Matcher m = DECLARED.matcher(definition);
    if (m.find()) {
      names.add(m.group(1));
    }
    if (definition.startsWith("Inductive")) {
      Matcher c = Pattern.compile("(?:\\||:=)\\s*([\\p{L}_][\\w']*)").matcher(definition);
      while (c.find()) {
        names.add(c.group(1));
      }
    }
    return names;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      words.add(m.group().replaceFirst("\\.$", ""));
    }
    return words;
  }

  private static String normal(String text) {
    Map<String, String> renamed = new HashMap<>();
    StringBuilder normal = new StringBuilder();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      String token = m.group().length() > 1 ? m.group().replaceFirst("\\.$", "") : m.group();
      if (Character.isLetter(token.charAt(0)) && !FIXED.contains(token)) {
        token = renamed.computeIfAbsent(token, t -> "x" + renamed.size());
      }
      normal.append(token).append(' ');
    }
    return normal.toString();
  }

  private static String hash(String text) {
    return Sha256.of(text).substring(0, 2 * HASH_BYTES);
  }
}
