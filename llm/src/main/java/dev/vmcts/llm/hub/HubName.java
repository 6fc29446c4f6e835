package dev.vmcts.llm.hub;

import dev.vmcts.llm.ModelException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a model of a hub is named: {@code OWNER/REPO}, {@code OWNER/REPO:QUANT} or {@code OWNER/REPO/FILE.gguf}.
 *
 * @param owner whose it is
 * @param repo the repository
 * @param quant the quantisation that is wanted, such as {@code Q4_K_M}; empty for any
 * @param file the file that is wanted; empty for any
 */
public record HubName(String owner, String repo, String quant, String file) {

  /** What may be named, for messages and help. */
  public static final String ALLOWED =
      "hf:OWNER/REPO, hf:OWNER/REPO:QUANT, hf:OWNER/REPO/FILE.gguf";

  private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.+-]*";
  private static final Pattern FORM = Pattern.compile("(" + WORD + ")/(" + WORD
      + ")(?::([A-Za-z0-9_]+)|/((?:" + WORD + "/)*" + WORD + "\\.gguf))?");
  private static final Pattern FILE = Pattern.compile("(?:" + WORD + "/)*" + WORD + "\\.gguf");
  private static final Pattern PART = Pattern.compile(".*-[0-9]{5}-of-[0-9]{5}\\.gguf");

  /** The quantisation that is taken when none is named and there are several. */
  private static final String USUAL = "Q4_K_M";

  /**
   * Reads a name.
   *
   * @param text what follows {@code hf:}
   */
  public static HubName of(String text) throws ModelException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new ModelException("'hf:" + text + "' names no model of a hub; allowed: " + ALLOWED);
    }
    return new HubName(
        matcher.group(1), matcher.group(2), given(matcher.group(3)), given(matcher.group(4)));
  }

  private static String given(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** Whether a file of a repository has a name that can be used here as it is, and may be a model. */
  static boolean isModel(String name) {
    return FILE.matcher(name).matches();
  }

  /**
   * The file that is meant.
   *
   * @param names the files that there are
   * @param where who has them, for messages
   * @throws ModelException if there is none, or it cannot be told which; the message says what there is
   */
  String choose(List<String> names, String where) throws ModelException {
    List<String> whole = names.stream()
        .filter(HubName::isModel)
        .filter(name -> !PART.matcher(name).matches() && !base(name).startsWith("mmproj"))
        .sorted()
        .toList();
    if (whole.isEmpty()) {
      boolean parts = names.stream().anyMatch(name -> PART.matcher(name).matches());
      throw new ModelException(where + " has no " + this + ": "
          + (parts
              ? "its GGUF files are split, which is not supported; merge them with llama-gguf-split"
              : "there is no GGUF file"));
    }
    Predicate<String> wanted = !file.isEmpty()
        ? file::equals
        : quant.isEmpty() ? name -> true : name -> hasQuant(name, quant);
    List<String> found = whole.stream().filter(wanted).toList();
    if (found.size() > 1 && quant.isEmpty()) {
      List<String> usual = found.stream().filter(name -> hasQuant(name, USUAL)).toList();
      found = usual.size() == 1 ? usual : found;
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new ModelException(where + " has " + (found.isEmpty() ? "no " : "several files for ")
        + this + "; name one of " + String.join(", ", found.isEmpty() ? whole : found));
  }

  private static String base(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static boolean hasQuant(String name, String quant) {
    return Pattern.compile(
            "(^|.*[-_.])" + Pattern.quote(quant.toLowerCase(Locale.ROOT)) + "([-.].*)?\\.gguf")
        .matcher(base(name).toLowerCase(Locale.ROOT))
        .matches();
  }

  @Override
  public String toString() {
    return "hf:" + owner + "/" + repo
        + (quant.isEmpty() ? "" : ":" + quant)
        + (file.isEmpty() ? "" : "/" + file);
  }
}
