package dev.vmcts.prompt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a model that answers, in templates. {@code %document} stands for the file up to where it is to go on, and
 * {@code %language} for its language.
 *
 * @param system what it is told to be; empty for nothing
 * @param user what it is asked
 * @param answer how its answer begins; {@code %document} may stand at its end
 */
public record Messages(String system, String user, String answer) {

  static final String DOCUMENT = "%document";
  static final String LANGUAGE = "%language";
  static final String CONTEXT = "%context";

  public Messages {
    if (user.isBlank()) {
      throw new IllegalArgumentException("user is empty; say what the model is asked");
    }
    int at = answer.indexOf(DOCUMENT);
    if (at >= 0 && at != answer.length() - DOCUMENT.length()) {
      throw new IllegalArgumentException("answer may hold " + DOCUMENT + " at its end only");
    }
  }

  /** Messages of a style's file; what is left out is empty. */
  @JsonCreator
  static Messages of(
      @JsonProperty("system") @Nullable String system,
      @JsonProperty("user") @Nullable String user,
      @JsonProperty("answer") @Nullable String answer) {
    return new Messages(text(system), text(user), text(answer));
  }

  private static String text(@Nullable String given) {
    return Objects.requireNonNullElse(given, "");
  }

  /** Whether a place is held. */
  boolean hold(String place) {
    return system.contains(place) || user.contains(place) || answer.contains(place);
  }

  /** The same with a template before what is asked. */
  Messages after(String template) {
    return new Messages(system, template + user, answer);
  }

  /** The prompt with texts in its places; what is said ends without white space, the beginning of the answer is exact. */
  Prompt prompt(Places places, String document) {
    Places all = places.with(DOCUMENT, document);
    List<Turn> turns = new ArrayList<>();
    if (!system.isBlank()) {
      turns.add(new Turn(Role.SYSTEM, all.in(system).strip()));
    }
    turns.add(new Turn(Role.USER, all.in(user).strip()));
    return new Prompt(turns, all.in(answer), document);
  }
}
