package dev.vmcts.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a prefix is shown to a model: a YAML file in {@code prompts/}.
 *
 * @param id its name, that of its file
 * @param description one line for people
 * @param preamble text put before everything, such as an instruction
 * @param spec how the specification is put, in a comment of the language; {@code %s} stands for it; empty leaves it out
 * @param goals which states are shown, as a comment before the step that was taken in them
 * @param next whether the statements that follow a hole are shown before it, in a comment
 * @param failed how many refused steps of the current state are listed, newest kept; 0 for none
 * @param comments whether comments in the given text are shown
 * @param knownWords whether the model is held to the words of the prompt, as in {@link dev.vmcts.llm.Sampling}
 * @param messages what is said to a model that answers; null for a plain text, which the model goes on with
 * @param reflexion how a refused program is shown; null where there is no place for one
 * @param context how other files are shown, before everything but the preamble, or before what is asked in messages;
 *     {@code %context} stands for them; null where there is no place for them
 */
public record PromptStyle(
    String id,
    String description,
    String preamble,
    String spec,
    Goals goals,
    boolean next,
    int failed,
    boolean comments,
    boolean knownWords,
    @Nullable Messages messages,
    @Nullable Reflexion reflexion,
    @Nullable String context) {

  /**
   * What is said about a program that was refused. {@code %program} stands for the program, {@code %error} for what the
   * verifier has said, {@code %reflections} for what the model has said of it.
   *
   * @param reflect asks what is wrong; holds the first two
   * @param retry said instead of the style's messages when the program is written anew; holds all three
   */
  public record Reflexion(Messages reflect, Messages retry) {
    public Reflexion {
      check("reflexion.reflect", reflect, "%program", "%error");
      check("reflexion.retry", retry, "%program", "%error", "%reflections", Messages.DOCUMENT);
    }
  }

  public PromptStyle {
    if (messages != null) {
      check("messages", messages, Messages.DOCUMENT);
    }
    if (context != null && !context.contains(Messages.CONTEXT)) {
      throw new IllegalArgumentException("context must hold " + Messages.CONTEXT);
    }
  }

  private static void check(String key, @Nullable Messages messages, String... places) {
    for (String place : places) {
      if (messages == null || !messages.hold(place)) {
        throw new IllegalArgumentException(key + " must hold " + place);
      }
    }
  }

  /** The styles that come with vmcts. */
  public static final List<String> BUNDLED = List.of("tiny", "base", "instruct", "paper", "ask");

  /** Which proof states a prompt shows. */
  public enum Goals {
    /** None. */
    NONE,
    /** Only the current one. */
    CURRENT,
    /** The one before each step. */
    ALL
  }

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  /** The same style with other states shown. */
  public PromptStyle withGoals(Goals shown) {
    return new PromptStyle(
        id,
        description,
        preamble,
        spec,
        shown,
        next,
        failed,
        comments,
        knownWords,
        messages,
        reflexion,
        context);
  }

  /** What is said to a model that answers; empty for a plain text. */
  public Optional<Messages> said() {
    return Optional.ofNullable(messages);
  }

  /** What is said about a refused program; empty where there is no place for one. */
  public Optional<Reflexion> reflexive() {
    return Optional.ofNullable(reflexion);
  }

  /** How other files are shown; empty where there is no place for them. */
  public Optional<String> contextual() {
    return Optional.ofNullable(context);
  }

  /**
   * A style by its name, or by the path of a YAML file.
   *
   * @throws IOException if there is none, or it does not parse; the message says which are there
   */
  public static PromptStyle named(String nameOrFile) throws IOException {
    if (BUNDLED.contains(nameOrFile)) {
      try (InputStream in =
          PromptStyle.class.getResourceAsStream("/prompts/" + nameOrFile + ".yaml")) {
        if (in == null) {
          throw new IOException("prompt style '" + nameOrFile + "' is missing from this build");
        }
        return parse(nameOrFile, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new IOException("prompt style '" + nameOrFile + "' is unknown; allowed: "
          + String.join(", ", BUNDLED) + ", or a YAML file");
    }
    return parse(nameOrFile, Files.readString(file));
  }

  private static PromptStyle parse(String where, String yaml) throws IOException {
    try {
      return YAML.readValue(yaml, PromptStyle.class);
    } catch (UnrecognizedPropertyException e) {
      throw new IOException(
          where + ": unknown key '" + path(e) + "'; allowed there: " + e.getKnownPropertyIds(), e);
    } catch (ValueInstantiationException e) {
      throw new IOException(
          where + ": " + Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
    } catch (MismatchedInputException e) {
      throw new IOException(where + ": " + mismatch(e), e);
    } catch (JsonProcessingException e) {
      throw new IOException(where + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String mismatch(MismatchedInputException e) {
    if (e.getTargetType() != Messages.class || e.getPath().isEmpty()) {
      return e.getOriginalMessage();
    }
    return path(e)
        + " is no mapping; allowed: system, user and answer, as in prompts/instruct.yaml";
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .collect(Collectors.joining("."));
  }
}
