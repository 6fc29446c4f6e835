package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.gguf.GgufFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The bundled model says here what it said in the code that trained it: {@code model/vectors.py} wrote down the tokens of
 * a few prompts and how they go on when each next token is the likeliest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BundledModelTest {

  private static final Path FOLDER = Path.of("../model").toAbsolutePath().normalize();
  private static final Path MODEL = FOLDER.resolve("vmcts-tiny.gguf");

  /** Leads of a token over the next likely one that the rounding of half-precision numbers does not undo. */
  static final double CLEAR_LEAD = 0.02;

  private JsonNode vectors = JsonMapper.builder().build().createArrayNode();
  private int most;

  @BeforeAll
  void read() throws Exception {
    JsonNode file = new JsonMapper().readTree(FOLDER.resolve("test-vector.json").toFile());
    vectors = file.path("vectors");
    most = file.path("tokens").asInt();
    assertThat(vectors).isNotEmpty();
    assertThat(most).isPositive();
    assertThat(vectors).anyMatch(BundledModelTest::clear);
  }

  private static boolean clear(JsonNode vector) {
    return vector.path("least_lead").asDouble() >= CLEAR_LEAD;
  }

  @Test
  void tokensAndContinuations_areThoseOfTheTrainingCode() throws Exception {
    LlamaContext context = LlamaContext.load(TestModel.start(MODEL, 1, 1024, DraftChoice.NONE));
    for (JsonNode vector : vectors) {
      int[] prompt = context.vocabulary().tokens(vector.path("prompt").asText());
      assertThat(list(prompt)).isEqualTo(list(vector.path("ids")));
      if (clear(vector)) {
        assertThat(greedy(context, prompt)).isEqualTo(list(vector.path("continuation_ids")));
      }
    }
  }

  @Test
  void sample_temperatureZero_givesTheTextOfTheTrainingCode() throws Exception {
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(MODEL))) {
      for (JsonNode vector : vectors) {
        Proposal proposal = model.sample(
            vector.path("prompt").asText(), new Sampling(0, 1, 0, most), StopRule.NONE, 1);
        assertThat(proposal.promptTokens()).isEqualTo(vector.path("ids").size());
        if (!clear(vector)) {
          continue;
        }
        if (proposal.stopReason() == StopReason.LENGTH) {
          assertThat(proposal.text()).isEqualTo(vector.path("continuation").asText());
        } else {
          // The training code goes on behind the end of a text.
          assertThat(proposal.text()).isNotEmpty();
          assertThat(vector.path("continuation").asText()).startsWith(proposal.text());
        }
      }
    }
  }

  /** The likeliest tokens one after the other, the end of a text not heeded. */
  private List<Integer> greedy(LlamaContext context, int[] tokens) throws Exception {
    int[] prompt = tokens;
    float[] logits = new float[context.vocabulary().size()];
    PrefixCache.Row row = context.cache().claim(prompt).orElseThrow();
    int last = TestModel.compute(context, row, prompt);
    List<Integer> chosen = new ArrayList<>();
    while (true) {
      context.logits(last, logits);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      chosen.add(best);
      if (chosen.size() == most) {
        context.cache().release(row);
        return chosen;
      }
      prompt = Arrays.copyOf(prompt, prompt.length + 1);
      prompt[prompt.length - 1] = best;
      last = TestModel.compute(context, row, prompt);
    }
  }

  @Tag("slow")
  @Test
  void sample_knownWords_spellsNoOthers() throws Exception {
    String prompt = """
        Inductive feast : Type :=
          | Whitsunday
          | Candlemas
          | Michaelmas.
        (* Next: Example after_first : later Whitsunday = Candlemas. *)
        """;
    Pattern word = Pattern.compile("[A-Za-z]+");
    Set<String> known =
        word.matcher(prompt).results().map(MatchResult::group).collect(Collectors.toSet());
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(MODEL))) {
      Set<String> free = new TreeSet<>();
      Set<String> held = new TreeSet<>();
      for (long seed = 1; seed <= 20; seed++) {
        Sampling sampling = new Sampling(1, 1, 0, 60);
        free.addAll(
            words(word, model.sample(prompt, sampling, StopRule.NONE, seed).text()));
        Proposal proposal =
            model.sample(prompt, sampling.withKnownWords(true), StopRule.NONE, seed);
        List<String> words = words(word, proposal.text());
        // The token limit may cut the last word short.
        held.addAll(
            proposal.stopReason() == StopReason.EOS || words.isEmpty()
                ? words
                : words.subList(0, words.size() - 1));
      }
      String own = GgufFile.read(MODEL).text(LlamaCppModel.WORDS_KEY).orElseThrow();
      known.addAll(List.of(own.split(" ")));
      assertThat(known).containsAll(held);
      assertThat(free).anyMatch(w -> !known.contains(w));
    }
  }

  @Tag("slow")
  @Test
  void sample_inAScope_repeatsNothing() throws Exception {
    String prompt = "Lemma plus_n_zero : forall n, n + 0 = n.\nProof.\n";
    StopRule stop = new FullStopRule();
    Sampling sampling = new Sampling(0.7, 0.95, 0, 60);
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(MODEL))) {
      List<String> independent = new ArrayList<>();
      List<String> scoped = new ArrayList<>();
      for (long seed = 1; seed <= 40; seed++) {
        independent.add(model.sample(prompt, sampling, stop, seed).text().strip());
        scoped.add(model.sample(prompt, sampling.withScope("here"), stop, seed).text());
      }
      assertThat(new TreeSet<>(independent)).hasSizeLessThan(30);
      assertThat(scoped).doesNotHaveDuplicates();
      assertThat(model.sample(prompt, sampling.withScope("there"), stop, 1).text())
          .isEqualTo(scoped.get(0));
    }
  }

  private static List<String> words(Pattern word, String text) {
    return word.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<Integer> list(int[] tokens) {
    List<Integer> list = new ArrayList<>();
    for (int token : tokens) {
      list.add(token);
    }
    return list;
  }

  private static List<Integer> list(JsonNode tokens) {
    List<Integer> list = new ArrayList<>();
    tokens.forEach(token -> list.add(token.asInt()));
    return list;
  }
}
