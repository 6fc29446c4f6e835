package dev.vmcts.text.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrammarTest {

  private static void check(String gbnf, String allowed, String refused) {
    Grammar grammar = Grammar.of(gbnf);
    for (String text : allowed.split(",", -1)) {
      assertThat(grammar.allows(text)).as("%s allows %s", gbnf, text).isTrue();
      for (int i = 0;
          i <= text.length();
          i = i < text.length() ? text.offsetByCodePoints(i, 1) : i + 1) {
        assertThat(grammar.allowsBeginning(text.substring(0, i))).isTrue();
      }
    }
    for (String text : refused.split(",", -1)) {
      assertThat(grammar.allows(text)).as("%s allows %s", gbnf, text).isFalse();
    }
  }

  @Test
  void allows_eachNotation_itsTexts() {
    check(
        "root ::= \"auto.\"",
        "auto., auto.,\n\n\tauto.,\r\nauto.",
        ",auto,auto..,auto. ,Auto.,\n\n\nauto.");
    check("root ::= \"a\" | \"b\"\n  # a comment\n", "a,b", "ab,c,");
    check("root ::= [a-c] [^x] .", "abc,c::,a\nb", "xbc,axc,abcd,ab");
    check("root ::= \"ab\"* \"c\"", "c,abc,ababc", "ab,aabc,abbc");
    check("root ::= [0-9]+ \"?\"?", "1,12?", "?,1??,");
    check("root ::= \"a\"{2} \"b\"{1,2} \"c\"{2,}", "aabcc,aabbcccc", "abcc,aabbbcc,aabc");
    check("root ::= (\"a\" |\n  item)* \"!\"\nitem ::= \"b\"", "!,ab!,bba!", "c!,ab");
    check("root ::= \"(\" root \")\" | \"x\"", "x,((x))", "((x),(x)),()");
    check("root ::= \"\\x41\\u00e9\\\"\\\\\\n\"", "Aé\"\\\n", "Ae\"\\\n");
    check("root ::= \"\" | \"a\" root", ",aaa", "b,ab");
    check("root ::= |\"a\"", ",a", "aa");
  }

  @Test
  void allows_charactersOfSeveralBytes_rangesOfThem() {
    check("root ::= [α-ω∀]+", "α,ω,∀,λμ", "Α,∃,a");
    check("root ::= [^α]", "β,a,€,😀,\uFFFD", "α,ab");
    check("root ::= [\\U0001F600-\\U0001F64F]", "😀,🙏", "🚀,a");
    check("root ::= .", "a,é,€,😀", "ab,");
  }

  @Test
  void allows_everyRange_asItsCharactersAre() {
    int[] borders = {
      0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x2200, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF
    };
    for (int first : borders) {
      for (int last : borders) {
        if (first > last) {
          continue;
        }
        Grammar grammar =
            Grammar.of(String.format("root ::= \"<\" [\\U%08X-\\U%08X]", first, last));
        for (int border : borders) {
          for (int c = Math.max(0, border - 2); c <= Math.min(0x10FFFF, border + 2); c++) {
            boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
            if (!surrogate) {
              assertThat(grammar.allows("<" + Character.toString(c)))
                  .as("%x in %x to %x", c, first, last)
                  .isEqualTo(c >= first && c <= last);
            }
          }
        }
      }
    }
  }

  @Test
  void after_halfACharacter_isAliveOnlyIfOneCanFollow() {
    Grammar.State start = Grammar.of("root ::= [α∀] \".\"").start();
    byte[] alpha = "α".getBytes(StandardCharsets.UTF_8);
    Grammar.State half = start.after(alpha[0] & 0xFF);
    assertThat(half.isAlive()).isTrue();
    assertThat(half.isWhole()).isFalse();
    assertThat(half.after(alpha[1] & 0xFF).after('.').isWhole()).isTrue();
    assertThat(half.after(0xBF).isAlive()).isFalse();
    assertThat(start.after(0xC3).isAlive()).isFalse();
  }

  @Test
  void allows_repetitionOfWhatMayBeNothing_ends() {
    check("root ::= (\"a\"*)* \".\"", ".,aaa.", "b.,a");
    check("root ::= (\"a\"? \"b\"?)+ \".\"", ".,abba.", "c.");
  }

  @Test
  void allows_ambiguousGrammar_inTime() {
    String many = "a".repeat(200);
    assertThat(Grammar.of("root ::= (\"a\" | \"aa\" | \"aaa\")*").allows(many)).isTrue();
    assertThat(Grammar.of("root ::= \"a\" | \"a\" root | \"a\" root \"b\"").allows(many))
        .isTrue();
    Grammar wild = Grammar.of("root ::= \"a\" root \"x\" | \"a\" root \"y\" | \"a\"");
    assertThatThrownBy(() -> wild.allows(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 10000 ways");
  }

  @Test
  void allows_longNestedText_staysQuick() {
    Grammar grammar = Grammar.of("root ::= (\"(\" root \")\" | [a-z ])*");
    String deep = "(".repeat(5_000) + "x" + ")".repeat(5_000);
    assertThat(grammar.allows(deep)).isTrue();
    assertThat(grammar.allows(deep + ")")).isFalse();
    assertThat(grammar.allows(deep)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "1:1: there is no rule 'root'!",
        "1:1: there is no rule 'root'! a ::= \"b\"",
        "1:10: there is no rule 'b'; add b ::= ...!root ::= b",
        "2:1: there are two rules 'root'!root ::= \"a\"|root ::= \"b\"",
        "1:6: '=' where ::= should follow 'root'!root = \"a\"",
        "1:6: ':' where ::= should follow 'root'!root := \"a\"",
        "1:1: '*' begins no rule; allowed: name ::= ...!* ::= \"a\"",
        "1:10: this text is not closed on its line!root ::= \"a",
        "1:10: this set is not closed on its line!root ::= [a",
        "1:10: this group is not closed!root ::= (\"a\"",
        "1:14: ']' is no part of a group!root ::= (\"a\"]",
        "1:13: ')' is no part of a rule!root ::= \"a\")",
        "1:11: a range from a later character to an earlier one!root ::= [z-a]",
        "1:11: no such escape; allowed: \\n!root ::= \"\\q\"",
        "1:11: an escape of 4 hexadecimal digits!root ::= \"\\u12\"",
        "1:11: no character has this number!root ::= \"\\ud800\"",
        "1:13: no number of repetitions!root ::= \"a\"{x}",
        "1:13: no number of repetitions!root ::= \"a\"{3,2}",
        "1:13: too many repetitions; allowed: 0 to 1000!root ::= \"a\"{1001}",
        "1:1: rule 'root' begins with itself!root ::= root \"a\" | \"b\"",
        "2:1: rule 'a' begins with itself!root ::= a|a ::= \"x\"? b \"y\"|b ::= a | \"z\"",
        "1:13: '∀' is no part of a rule!root ::= \"é\"∀",
      })
  void of_wrongText_saysLineAndColumn(String message, String gbnf) {
    String text = gbnf == null ? "" : gbnf.replaceAll("\\|(?=[a-z])", "\n");
    assertThatThrownBy(() -> Grammar.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"root ::= a*\na ::= b?\nb ::= a*", "root ::= (a \"x\")*\na ::= root?"})
  void of_recursionThroughNothing_isRefused(String gbnf) {
    assertThatThrownBy(() -> Grammar.of(gbnf)).hasMessageContaining("begins with itself");
  }

  @Test
  void of_tooManyRepetitions_isRefused() {
    String text = "root ::= ((((\"a\"{1000}){1000}){1000}){1000}){1000}\n";
    assertThat(Grammar.of(text).allowsBeginning("aaa")).isTrue();
    String many = "root ::= " + "\"a\"{1000} ".repeat(2_000);
    assertThatThrownBy(() -> Grammar.of(many))
        .hasMessageMatching("1:\\d+: the grammar has too many symbols.*allowed: 1000000");
  }

  @Test
  void allows_setsAndRepetitions_asJavasExpressionsDo() {
    String[] texts = {"", "a", "b", "ab", "ba", "aab", "abb", "bbb", "abab", "c", "ac", "abc", "cab"
    };
    String[][] pairs = {
      {"[ab]* \"c\"?", "[ab]*c?"},
      {"(\"a\" [^a]){1,2}", "(a[^a]){1,2}"},
      {"\"a\"? (\"b\" | \"c\"+)", "a?(b|c+)"},
      {"(\"ab\" | \"a\")* \"b\"{0,2}", "(ab|a)*b{0,2}"},
    };
    for (String[] pair : pairs) {
      Grammar grammar = Grammar.of("root ::= " + pair[0]);
      assertThat(Arrays.stream(texts).filter(grammar::allows))
          .as(pair[0])
          .containsExactlyElementsOf(Arrays.stream(texts)
              .filter(Pattern.compile(pair[1]).asMatchPredicate())
              .toList());
    }
  }
}
