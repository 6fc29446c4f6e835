package dev.vmcts.llm.control;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.file.ModelText;
import dev.vmcts.text.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * No language model at all: steps drawn by how frequent they are in a corpus. Whatever a model is said to achieve is
 * measured against this.
 *
 * <p>A line of its file is a count, a tabulator and a step, in which {@code $H} stands for a hypothesis in sight,
 * {@code $V} for a variable, {@code $L} for a lemma or function of the prompt, each drawn evenly; steps that need a name
 * where there is none are left out. Empty lines and lines that start with {@code #} say nothing. Sampling and stop rule
 * make no difference. A token is counted for every three characters begun.
 */
public final class ControlModel implements LanguageModel {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$([HVL])(?![\\p{L}\\p{N}_])");

  /** A step that may be drawn, with its count. */
  private record Template(long count, String text) {}

  private final ModelInfo info;
  private final List<Template> templates;

  private ControlModel(ModelInfo info, List<Template> templates) {
    this.info = info;
    this.templates = templates;
  }

  /** Reads the frequencies. */
  public static ControlModel read(Path file) throws ModelException {
    String content = ModelText.read("control", file);
    List<Template> templates = new ArrayList<>();
    long total = 0;
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        Template template = template(file, number, line);
        templates.add(template);
        total += template.count();
      }
    }
    if (templates.isEmpty() || total > 1L << 50) {
      throw new ModelException(
          "control file " + file + " has " + templates.size() + " steps with counts of " + total
              + " in all; allowed: at least one step, counts below 2^50 in all");
    }
    ModelInfo info = new ModelInfo("control:" + file, Sha256.of(content), Integer.MAX_VALUE, "");
    return new ControlModel(info, List.copyOf(templates));
  }

  private static Template template(Path file, int number, String line) throws ModelException {
    int tab = line.indexOf('\t');
    try {
      Template template = new Template(
          Long.parseLong(line.substring(0, Math.max(0, tab))), line.substring(tab + 1));
      if (template.count() > 0
          && template.count() < 1L << 50
          && !template.text().isBlank()) {
        return template;
      }
    } catch (NumberFormatException e) {
      throw malformed(file, number, line, e);
    }
    throw malformed(file, number, line, new NumberFormatException("count or step"));
  }

  private static ModelException malformed(
      Path file, int number, String line, NumberFormatException cause) {
    return new ModelException(
        "control file " + file + ":" + number + ": '" + line
            + "'; allowed: a positive count, a tabulator, a step",
        cause);
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException {
    PromptNames names = PromptNames.of(prompt.text());
    List<Template> fitting = templates.stream().filter(t -> fits(t, names)).toList();
    long total = fitting.stream().mapToLong(Template::count).sum();
    if (total == 0) {
      throw new ModelException(
          info.id() + " has no step without a name, and the prompt shows no names");
    }
    SplittableRandom random = new SplittableRandom(seed);
    long left = random.nextLong(total);
    int index = 0;
    while (left >= fitting.get(index).count()) {
      left -= fitting.get(index++).count();
    }
    Template drawn = fitting.get(index);
    double logProbability = Math.log((double) drawn.count() / total);
    StringBuilder text = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(drawn.text());
    while (matcher.find()) {
      List<String> choices = names.of(matcher.group(1).charAt(0));
      logProbability -= Math.log(choices.size());
      matcher.appendReplacement(
          text, Matcher.quoteReplacement(choices.get(random.nextInt(choices.size()))));
    }
    matcher.appendTail(text);
    return new Proposal(
        text.toString(), (text.length() + 2) / 3, logProbability, StopReason.STOP, 0, 0);
  }

  private static boolean fits(Template template, PromptNames names) {
    return PLACEHOLDER
        .matcher(template.text())
        .results()
        .noneMatch(found -> names.of(found.group(1).charAt(0)).isEmpty());
  }

  @Override
  public void close() {
    // Holds nothing but memory.
  }
}
