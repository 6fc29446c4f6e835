package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of Dafny text. */
final class DafnyWords {

  /** Words that name nothing of a user's. */
  static final Set<String> RESERVED = Set.of(
      ("abstract allocated array array2 as assert assume bool break by calc case char class codatatype colemma const"
              + " constructor copredicate datatype decreases else ensures exists expect export extends extern false forall"
              + " free fresh function ghost greatest if imap import in include inductive int invariant is iset iterator"
              + " label least lemma map match method modifies modify module multiset nameonly nat new newtype null object"
              + " old opened ORDINAL predicate print protected provides reads real refines requires return returns reveal"
              + " reveals seq set static string then this trait true twostate type unchanged var where while witness yield"
              + " yields Length Keys Values Items Floor O S nil cons induction extremum")
          .split(" ", -1));

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w'?]*");
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_][\\w'?]*|\\d+|==>|<==>|<==|==|!=|<=|>=|=>|:=|&&|\\|\\||::|\\S");

  private DafnyWords() {}

  static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group());
    }
    return words;
  }

  /** The tokens of a text without comments. */
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      tokens.add(m.group());
    }
    return tokens;
  }

  /** The text with words replaced. */
  static String renamed(String text, Map<String, String> names) {
    return WORD.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(names.getOrDefault(m.group(), m.group())));
  }
}
