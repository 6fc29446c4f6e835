package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.cli.ModelBench.Rates;
import dev.vmcts.cli.ModelBench.Speed;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code vmcts model bench} measures: on a model of known speed, and on the bundled one. */
@Tag("slow")
final class ModelBenchTest {

  /** Reads a token for every character, in no time; takes a while for each that it writes, and stops after three. */
  private static final class SlowWriter implements LanguageModel {

    private final List<String> prompts = Collections.synchronizedList(new ArrayList<>());

    @Override
    public ModelInfo info() {
      return new ModelInfo("slow", "", 10_000, "");
    }

    @Override
    public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
        throws InterruptedException {
      prompts.add(prompt.text());
      int tokens = Math.min(3, sampling.maxTokens());
      Thread.sleep(20L * tokens);
      return new Proposal("abc", tokens, 0, StopReason.EOS, prompt.text().length(), 0);
    }

    @Override
    public void close() {}
  }

  @Test
  void rates_evenNumberOfRounds_takesTheMiddle() {
    assertThat(Rates.of(new double[] {4, 1, 3, 8})).isEqualTo(new Rates(3.5, 1, 8));
    assertThat(Rates.of(new double[] {4, 1, 3})).isEqualTo(new Rates(3, 1, 4));
  }

  @Test
  void run_modelOfKnownSpeed_measuresIt() throws Exception {
    SlowWriter model = new SlowWriter();
    Speed speed = new ModelBench(400, 7, 3, 1).run(model, 5, 1);

    assertThat(speed.threads()).isEqualTo(5);
    assertThat(speed.promptTokens()).isBetween(360, 400);
    // At most 50 tokens a second; a loaded machine is slower.
    assertThat(speed.decode().highest()).isBetween(10.0, 50.0);
    assertThat(speed.prefill().highest()).isBetween(1000.0, 20_000.0);
    // Two to find the length; for each of four rounds, one to read and three to write.
    assertThat(model.prompts).hasSize(2 + 4 * (1 + 3));
    assertThat(model.prompts.stream().skip(2).distinct()).hasSize(4);
    assertThat(model.prompts.stream().skip(2).map(p -> p.substring(0, 1)).distinct())
        .hasSize(4);
  }

  @Test
  void run_severalAtOnce_countsTheTokensOfAll() throws Exception {
    SlowWriter model = new SlowWriter();
    Speed speed = new ModelBench(400, 6, 3, 0).run(model, 1, 4);

    assertThat(speed.atOnce()).isEqualTo(4);
    // At most 4 times 50 tokens a second, and more than one alone could have.
    assertThat(speed.decode().highest()).isBetween(51.0, 200.0);
    assertThat(model.prompts).hasSize(2 + 3 * (1 + 4 * 2));
  }

  @Test
  void bench_bundledModel_hasALineForEachNumberOfRequests() throws Exception {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    Cli run = Cli.run(
        "model bench --threads 1 --at-once 1,4 --prompt-tokens 100 --tokens 8 --rounds 2 --warm-up 1 --json"
            .split(" ", -1));

    assertThat(run.status()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    for (int i = 0; i < 2; i++) {
      JsonNode line = new JsonMapper().readTree(lines.get(i));
      assertThat(line.path("threads").asInt()).isEqualTo(1);
      assertThat(line.path("atOnce").asInt()).isEqualTo(i == 0 ? 1 : 4);
      assertThat(line.path("promptTokens").asInt()).isBetween(70, 100);
      assertThat(line.at("/prefillTokensPerSecond/lowest").asDouble()).isGreaterThan(10);
      assertThat(line.at("/decodeTokensPerSecond/lowest").asDouble()).isGreaterThan(1);
    }
  }
}
