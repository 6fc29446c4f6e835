package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.problem.Language;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.text.grammar.Grammar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which grammar proposed steps are held to. */
final class GrammarOptions {

  private static final String OFF = "off";
  private static final String STEPS = "steps";
  private static final long MOST_BYTES = 1 << 20;

  @Option(
      names = "--grammar",
      paramLabel = "off|steps|FILE",
      defaultValue = OFF,
      description =
          "What a local model's step has to be: steps, a sentence, statement or tactic of the language with its brackets,"
              + " strings and comments closed; or what a GBNF file says (docs/grammar.md). Default: ${DEFAULT-VALUE}.")
  private String grammar = OFF;

  /**
   * Refuses a grammar that is none, and a strategy that samples more than a step at once.
   *
   * @throws CliException naming line and column of the fault
   */
  void check(Strategy strategy) throws CliException {
    if (grammar.equals(OFF)) {
      return;
    }
    if (strategy.samplesRest()) {
      throw CliException.usage("--grammar is of one step, and --strategy " + strategy
          + " samples many at once; leave it out, or use vermcts, dfs or best-first");
    }
    if (!grammar.equals(STEPS)) {
      read(Path.of(grammar));
    }
  }

  /** Refuses a model that cannot be held to a grammar. */
  void check(ModelOptions model) throws CliException, ModelException {
    if (!grammar.equals(OFF)) {
      ModelOptions.checkLocal("--grammar " + grammar, model.spec());
    }
  }

  /** The grammar for a language; null for none. */
  @Nullable
  StepGrammar of(Language language) throws CliException {
    return switch (grammar) {
      case OFF -> null;
      case STEPS -> new StepGrammar(bundled(language), "");
      default -> new StepGrammar(read(Path.of(grammar)), "");
    };
  }

  /** The grammar of a language's steps that comes with vmcts. */
  static String bundled(Language language) {
    String name = "/grammars/" + language.name().toLowerCase(Locale.ROOT) + ".gbnf";
    try (InputStream in = Grammar.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is no part of this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  private static String read(Path file) throws CliException {
    if (!Files.isRegularFile(file)) {
      throw CliException.usage(
          "grammar is '" + file + "', and no such file is there; allowed: off, steps, a GBNF file");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw CliException.usage(
            file + " has " + Files.size(file) + " bytes; a grammar has at most " + MOST_BYTES);
      }
      String text = Files.readString(file);
      Grammar.of(text);
      return text;
    } catch (IllegalArgumentException e) {
      throw CliException.usage(file + ":" + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw CliException.usage(file + " is no text in UTF-8; write it so", e);
    } catch (IOException e) {
      throw CliException.usage(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
