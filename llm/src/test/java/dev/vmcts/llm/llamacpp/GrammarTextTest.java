package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.text.grammar.Grammar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Texts of the bundled model, run by the real library, that are held to a grammar. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrammarTextTest {

  private static final Path MODEL =
      Path.of("../model/vmcts-tiny.gguf").toAbsolutePath().normalize();
  private static final String PROMPT = "Lemma plus_n_zero : forall n, n + 0 = n.\nProof.\n";
  private static final Sampling WARM = new Sampling(1, 0.95, 0, 30);
  private static final StopRule STOP = new FullStopRule();

  private LlamaCppModel model;

  @BeforeAll
  void open() throws Exception {
    model = LlamaCppModel.open(LlamaOptions.of(MODEL));
  }

  @AfterAll
  void close() {
    model.close();
  }

  private Proposal sample(String gbnf, Sampling sampling, long seed) throws Exception {
    return model.sample(PROMPT, sampling.withGrammar(new StepGrammar(gbnf, "")), STOP, seed);
  }

  @Test
  void sample_oneText_yieldsJustThat() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      Proposal proposal = sample("root ::= \"auto.\"", WARM, seed);
      assertThat(proposal.text().strip()).isEqualTo("auto.");
      assertThat(proposal.stopReason()).isEqualTo(StopReason.STOP);
      assertThat(sample("root ::= \"auto.\"", TestModel.GREEDY, seed).text().strip())
          .isEqualTo("auto.");
    }
  }

  @Test
  void sample_textWithoutStop_endsWhereTheGrammarDoes() throws Exception {
    Proposal proposal = sample("root ::= \"xyzzy\"", WARM, 1);
    assertThat(proposal.text().strip()).isEqualTo("xyzzy");
    assertThat(proposal.stopReason()).isEqualTo(StopReason.EOS);
  }

  @Test
  void sample_charactersOfSeveralTokens_areWritten() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(sample("root ::= [∀∃] \"𝔸\" .", WARM, seed).text().strip())
          .containsPattern("^[∀∃]𝔸.");
    }
  }

  @Test
  void sample_eachSeed_isOfTheGrammar() throws Exception {
    String gbnf = "root ::= [a-z]+ (\" \" [A-Za-z]+ [0-9]?){1,3} \".\"";
    Grammar grammar = Grammar.of(gbnf);
    int free = 0;
    int whole = 0;
    for (long seed = 1; seed <= 40; seed++) {
      free += grammar.allows(model.sample(PROMPT, WARM, STOP, seed).text()) ? 1 : 0;
      Proposal held = sample(gbnf, WARM, seed);
      if (held.stopReason() == StopReason.LENGTH) {
        assertThat(grammar.allowsBeginning(held.text())).isTrue();
      } else {
        assertThat(grammar.allows(held.text())).as(held.text()).isTrue();
        whole++;
      }
      assertThat(held.tokens()).isLessThanOrEqualTo(WARM.maxTokens());
    }
    assertThat(whole).isGreaterThan(20);
    assertThat(free).isLessThan(20);
  }

  @Test
  void sample_grammarThatAllowsAll_changesNothing() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      Proposal held = sample("root ::= .*", WARM, seed);
      Proposal free = model.sample(PROMPT, WARM, STOP, seed);
      assertThat(held.text()).isEqualTo(free.text());
      assertThat(held.tokens()).isEqualTo(free.tokens());
      assertThat(held.stopReason()).isEqualTo(free.stopReason());
    }
  }

  @Test
  void sample_modelThatWantsToEndTooEarly_isGivenUpSoon() throws Exception {
    Sampling sampling = new Sampling(0.7, 0.95, 0, 200);
    for (long seed = 1; seed <= 5; seed++) {
      int free = model.sample(PROMPT, sampling, STOP, seed).tokens();
      Proposal held = sample("root ::= [^.]{900} \".\"", sampling, seed);
      assertThat(held.stopReason()).isEqualTo(StopReason.LENGTH);
      assertThat(held.tokens()).isLessThanOrEqualTo(free + 16);
    }
  }

  @Test
  void sample_sameSeedsInTheSameOrder_giveTheSame() throws Exception {
    String gbnf = "root ::= [a-z]+ (\" \" [A-Za-z]+ [0-9]?){1,3} \".\"";
    List<Proposal> first = new ArrayList<>();
    try (LlamaCppModel other = LlamaCppModel.open(LlamaOptions.of(MODEL));
        LlamaCppModel another = LlamaCppModel.open(LlamaOptions.of(MODEL))) {
      Sampling sampling = WARM.withGrammar(new StepGrammar(gbnf, ""));
      for (long seed = 1; seed <= 5; seed++) {
        first.add(other.sample(PROMPT, sampling, STOP, seed));
      }
      for (long seed = 1; seed <= 5; seed++) {
        assertThat(another.sample(PROMPT, sampling, STOP, seed))
            .isEqualTo(first.get((int) seed - 1));
      }
    }
  }

  @Test
  void sample_stepThatHasBegun_isGoneOnWith() throws Exception {
    StepGrammar grammar = new StepGrammar("root ::= \"rewrite IHn.\"", "rewr");
    assertThat(model.sample(PROMPT + "rewr", WARM.withGrammar(grammar), STOP, 1).text())
        .isEqualTo("ite IHn.");
  }

  @Test
  void sample_inAScope_proposesOthersAsLongAsThereAreSome() throws Exception {
    String gbnf = "root ::= \"auto.\" | \"simpl.\" | \"induction \" [a-c] \".\"";
    List<String> texts = new ArrayList<>();
    for (long seed = 1; seed <= 8; seed++) {
      texts.add(
          sample(gbnf, new Sampling(1, 1, 0, 30).withScope("s"), seed).text().strip());
    }
    assertThat(new TreeSet<>(texts.subList(0, 5))).hasSizeGreaterThan(2);
    // There is nothing more; the grammar holds all the same.
    assertThat(texts).allMatch(Grammar.of(gbnf)::allows);
  }

  @Test
  void sample_withBannedAndKnownWords_isOfTheGrammar() throws Exception {
    Grammar grammar = Grammar.of("root ::= (\"simpl\" | \"auto\" | \"zork\") \".\"");
    Sampling sampling = WARM.withBanned(List.of("auto")).withKnownWords(true);
    for (long seed = 1; seed <= 10; seed++) {
      String text = sample("root ::= (\"simpl\" | \"auto\" | \"zork\") \".\"", sampling, seed)
          .text();
      assertThat(grammar.allows(text)).as(text).isTrue();
      assertThat(text.strip()).isEqualTo("simpl.");
    }
  }

  @Test
  void sample_severalAtOnceAndWithDrafts_eachIsOfItsGrammar() throws Exception {
    try (LlamaCppModel drafted =
        LlamaCppModel.open(LlamaOptions.of(MODEL).withDraft(DraftChoice.LOOKUP))) {
      List<CompletableFuture<String>> texts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        StepGrammar grammar = new StepGrammar("root ::= \"destruct a" + i + ".\"", "");
        texts.add(CompletableFuture.supplyAsync(() -> {
          try {
            return drafted
                .sample(PROMPT, WARM.withGrammar(grammar), STOP, 1)
                .text()
                .strip();
          } catch (ModelException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }));
      }
      for (int i = 0; i < 6; i++) {
        assertThat(texts.get(i).get()).isEqualTo("destruct a" + i + ".");
      }
    }
  }

  @Test
  void sample_wrongGrammar_isRefusedAndTheModelLives() throws Exception {
    assertThatThrownBy(() -> sample("root ::= (\"a\"", WARM, 1))
        .isInstanceOf(ModelException.class)
        .hasMessage("no grammar: 1:10: this group is not closed");
    StepGrammar begun = new StepGrammar("root ::= \"auto.\"", "simpl");
    assertThatThrownBy(() -> model.sample(PROMPT, WARM.withGrammar(begun), STOP, 1))
        .isInstanceOf(ModelException.class)
        .hasMessage("the step begins with 'simpl', which the grammar does not allow");
    String wild = "root ::= [a-z .\\n()] root \"x\" | [a-z .\\n()] root \"y\" | [a-z .\\n()]";
    assertThatThrownBy(() -> model.sample(
            PROMPT,
            new Sampling(2, 1, 0, 100).withGrammar(new StepGrammar(wild, "")),
            StopRule.NONE,
            1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("more than 10000 ways");
    assertThat(sample("root ::= \"auto.\"", WARM, 1).text().strip()).isEqualTo("auto.");
  }
}
